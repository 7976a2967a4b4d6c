import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { columnsOf } from '#cos/createColumnWriter.ts';
import type { ListingIndex } from '#listing/ListingIndex.ts';
import { createWriteLog } from './createWriteLog.ts';
import type { Listing } from './Listing.ts';
import { listingKey, listingQuery, type ListingSource } from './listingQuery.ts';

type Page = readonly string[];

const namesIn = (index: ListingIndex): string[] => Array.from(index.rows(), (row) => index.nameOf(row));

function setup(pages: () => AsyncIterable<Page>) {
  const client = new QueryClient();
  let now = 5;
  const log = createWriteLog(() => now);
  const source: ListingSource = {
    list: async (_connectionId, index, { onPage }) => {
      let after = '';
      for await (const names of pages()) {
        index.addPage(
          after,
          columnsOf(
            '',
            names.map((name) => `${name}/`),
            [],
          ),
        );
        after = `${names.at(-1)}/`;
        onPage();
        now += 1000;
      }
    },
    writesOf: () => log,
    now: () => now,
  };
  const seen: { names: string[]; isComplete: boolean }[] = [];
  client.getQueryCache().subscribe((event) => {
    const listing = event.query.state.data as Listing | undefined;
    if (event.type !== 'updated' || event.action.type !== 'success' || listing === undefined) return;
    seen.push({ names: namesIn(listing.index), isComplete: listing.isComplete });
  });
  const fetch = () => client.fetchQuery({ ...listingQuery(source, 'main', ''), staleTime: 0 });
  return { client, log, fetch, seen };
}

async function* twoPages(): AsyncGenerator<Page> {
  yield ['a'];
  yield ['b'];
}

test('the first visit shows every page as it comes', async () => {
  const { fetch, seen } = setup(twoPages);
  await fetch();
  expect(seen).toEqual([
    { names: ['a'], isComplete: false },
    { names: ['a', 'b'], isComplete: false },
    { names: ['a', 'b'], isComplete: true },
  ]);
});

test('a refresh replaces the list in one go', async () => {
  const { fetch, seen } = setup(twoPages);
  await fetch();
  seen.length = 0;
  await fetch();
  expect(seen).toEqual([{ names: ['a', 'b'], isComplete: true }]);
});

test('a write that ended while the list was on its way is in it', async () => {
  const { fetch, log } = setup(twoPages);
  const object = { key: 'mine', sizeBytes: 1, lastModified: new Date(0), etag: '', storageClass: 'STANDARD' };
  log.record([{ type: 'put', object }]);
  expect(namesIn((await fetch()).index)).toEqual(['a', 'b', 'mine']);
});

test('a list that was cut is an error, and what came is not called complete', async () => {
  const { fetch, client } = setup(async function* cut() {
    yield ['a'];
    throw new Error('cut');
  });
  await expect(fetch()).rejects.toThrow('cut');
  expect(client.getQueryData<Listing>(listingKey('main', ''))?.isComplete).toBe(false);
});
