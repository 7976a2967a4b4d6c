import { describe, expect, test } from 'vitest';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import { createWriteLog } from './createWriteLog.ts';
import { patchListing, withoutFolders, type Write } from './patchListing.ts';

const listed = (key: string, sizeBytes = 1) => ({
  key,
  sizeBytes,
  lastModified: new Date(0),
  etag: 'e',
  storageClass: 'STANDARD',
});
const put = (key: string, sizeBytes = 1): Write => ({ type: 'put', object: listed(key, sizeBytes) });
const gone = (key: string): Write => ({ type: 'deleted', key });
const object = (key: string, name: string): ListingEntry => ({
  type: 'object',
  ...listed(key),
  name,
  addressable: true,
});
const folder = (prefix: string, name: string): ListingEntry => ({ type: 'folder', prefix, name });
const names = (entries: readonly ListingEntry[]) => entries.map((entry) => `${entry.type} ${entry.name}`);

const before = [folder('a/sub/', 'sub'), object('a/x.txt', 'x.txt')];

describe('a list after our own writes', () => {
  test.each<[string, Write[], string[]]>([
    ['a new object', [put('a/y.txt')], ['folder sub', 'object x.txt', 'object y.txt']],
    ['an object in a new folder', [put('a/new/deep/z')], ['folder sub', 'object x.txt', 'folder new']],
    ['an object in a folder that is there', [put('a/sub/z')], ['folder sub', 'object x.txt']],
    ['a deleted object', [gone('a/x.txt')], ['folder sub']],
    ['written, then deleted', [put('a/y'), gone('a/y')], ['folder sub', 'object x.txt']],
    ['deleted inside a folder: only a listing knows', [gone('a/sub/z')], ['folder sub', 'object x.txt']],
    ['the marker of the prefix itself', [put('a/')], ['folder sub', 'object x.txt']],
    ['a new empty folder', [put('a/empty/')], ['folder sub', 'object x.txt', 'folder empty']],
    ['an empty-named level', [put('a//z')], ['folder sub', 'object x.txt', 'folder ']],
    ['__proto__', [put('a/__proto__')], ['folder sub', 'object x.txt', 'object __proto__']],
  ])('%s', (_what, writes, expected) => {
    expect(names(patchListing(before, 'a/', writes))).toEqual(expected);
  });

  test('an overwritten object keeps its place and takes the new size', () => {
    const [, x] = patchListing(before, 'a/', [put('a/x.txt', 77)]);
    expect(x).toMatchObject({ name: 'x.txt', sizeBytes: 77 });
  });

  test('writes elsewhere leave the very same list', () => {
    expect(patchListing(before, 'a/', [put('b/x'), gone('ab')])).toBe(before);
  });

  test('a key that no URL can name is marked', () => {
    expect(patchListing([], 'a/', [put('a/..')])).toMatchObject([{ name: '..', addressable: false }]);
  });
});

test('whole folders that were deleted go', () => {
  expect(names(withoutFolders(before, ['a/sub/']))).toEqual(['object x.txt']);
});

test('a listing that started before a write ended gets it added, one that started later does not', () => {
  let now = 1000;
  const log = createWriteLog(() => now);
  log.record([put('a')]);
  expect(log.since(900)).toHaveLength(1);
  expect(log.since(1001)).toHaveLength(0);
  now = 1_000_000;
  log.record([put('b')]);
  expect(log.since(0)).toEqual([put('b')]);
});
