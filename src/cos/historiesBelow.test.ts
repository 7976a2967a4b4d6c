import { expect, test } from 'vitest';
import type { ListObjectVersionsInput, ListObjectVersionsOutput } from './CosCalls.ts';
import type { ObjectVersion } from './CosObject.ts';
import { deletionOf } from './deletionOf.ts';
import { historiesBelow, type HistoryPage } from './historiesBelow.ts';

const at = (second: number): Date => new Date(Date.UTC(2026, 0, 1, 0, 0, second));
const mark = (key: string, versionId: string, isLatest = false): ObjectVersion => ({
  key,
  versionId,
  isLatest,
  lastModified: at(Number(versionId.slice(1))),
  isDeleteMarker: true,
});
const state = (key: string, versionId: string, isLatest = false): ObjectVersion => ({
  ...mark(key, versionId, isLatest),
  isDeleteMarker: false,
  sizeBytes: 1,
  etag: versionId,
  storageClass: 'STANDARD',
});

/** Answers in pages of two, as a bucket does. */
function paged(rows: readonly ObjectVersion[]) {
  const asked: ListObjectVersionsInput[] = [];
  const list = (input: ListObjectVersionsInput): Promise<ListObjectVersionsOutput> => {
    asked.push(input);
    const start = 1 + rows.findIndex((row) => row.key === input.keyMarker && row.versionId === input.versionIdMarker);
    const versions = rows.slice(start, start + 2);
    const last = versions.at(-1);
    const next = start + 2 < rows.length && last !== undefined;
    return Promise.resolve({
      versions,
      ...(next ? { nextKeyMarker: last.key, nextVersionIdMarker: last.versionId } : {}),
    });
  };
  return { list, asked };
}

async function all(pages: AsyncIterable<HistoryPage>): Promise<[string, number][]> {
  const found: [string, number][] = [];
  for await (const { histories } of pages)
    found.push(...histories.map(({ key, versions }) => [key, versions.length] as [string, number]));
  return found;
}

test('a key whose versions go over a page is told once, whole', async () => {
  const { list } = paged([mark('a', 'v5', true), state('a', 'v4'), state('a', 'v3'), state('b', 'v1', true)]);
  expect(await all(historiesBelow(list, { prefix: '' }))).toEqual([
    ['a', 3],
    ['b', 1],
  ]);
});

test('a marker that does not move on is an error, never a short list', async () => {
  const versions = [state('a', 'v1', true)];
  const list = () => Promise.resolve({ versions, nextKeyMarker: 'a', nextVersionIdMarker: 'v1' });
  await expect(all(historiesBelow(list, { prefix: 'p/' }))).rejects.toMatchObject({
    failure: { code: 'ListingBroken' },
  });
});

test('an object that is there was not deleted', () => {
  expect(deletionOf({ key: 'k', versions: [state('k', 'v2', true), mark('k', 'v1')] })).toBeUndefined();
});

test.each<[string, readonly ObjectVersion[], object]>([
  [
    'deleted',
    [mark('k', 'v2', true), state('k', 'v1')],
    { marks: ['v2'], deletedAt: at(2), versionIds: ['v2', 'v1'], before: { versionId: 'v1' } },
  ],
  [
    'deleted twice',
    [mark('k', 'v4', true), mark('k', 'v3'), state('k', 'v2'), mark('k', 'v1')],
    { marks: ['v4', 'v3'], deletedAt: at(3), versionIds: ['v4', 'v3', 'v2', 'v1'], before: { versionId: 'v2' } },
  ],
])('an object that is %s', (_, versions, deletion) => {
  expect(deletionOf({ key: 'k', versions })).toMatchObject(deletion);
});

test('where only marks are left, nothing can be seen again', () => {
  expect(deletionOf({ key: 'k', versions: [mark('k', 'v2', true), mark('k', 'v1')] })).toEqual({
    key: 'k',
    deletedAt: at(1),
    marks: ['v2', 'v1'],
    versionIds: ['v2', 'v1'],
  });
});
