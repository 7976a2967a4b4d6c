import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import type { ListingPage } from '#listing/listPrefix.ts';
import { createWriteLog } from './createWriteLog.ts';
import type { Listing } from './Listing.ts';
import { listingKey, listingQuery, type ListingSource } from './listingQuery.ts';

const page = (names: readonly string[], hasMore: boolean): ListingPage => ({
  entries: names.map((name) => ({ type: 'folder', prefix: `${name}/`, name })),
  hasMore,
});

function setup(pages: () => AsyncIterable<ListingPage>) {
  const client = new QueryClient();
  const log = createWriteLog(() => 5);
  const source: ListingSource = { pages: () => pages(), writesOf: () => log, now: () => 5 };
  const seen: { names: string[]; isComplete: boolean }[] = [];
  client.getQueryCache().subscribe((event) => {
    const listing = event.query.state.data as Listing | undefined;
    if (event.type !== 'updated' || event.action.type !== 'success' || listing === undefined) return;
    seen.push({ names: listing.entries.map((entry) => entry.name), isComplete: listing.isComplete });
  });
  const fetch = () => client.fetchQuery({ ...listingQuery(source, 'main', ''), staleTime: 0 });
  return { client, log, fetch, seen };
}

async function* twoPages(): AsyncGenerator<ListingPage> {
  yield page(['a'], true);
  yield page(['b'], false);
}

test('the first visit shows every page as it comes', async () => {
  const { fetch, seen } = setup(twoPages);
  await fetch();
  expect(seen).toEqual([
    { names: ['a'], isComplete: false },
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
  expect((await fetch()).entries.map((entry) => entry.name)).toEqual(['a', 'b', 'mine']);
});

test('a list that was cut is an error, and what came is not called complete', async () => {
  const { fetch, client } = setup(async function* cut() {
    yield page(['a'], true);
    throw new Error('cut');
  });
  await expect(fetch()).rejects.toThrow('cut');
  expect(client.getQueryData<Listing>(listingKey('main', ''))?.isComplete).toBe(false);
});
