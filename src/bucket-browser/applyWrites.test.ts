import { describe, expect, test } from 'vitest';
import { columnsOf } from '#cos/createColumnWriter.ts';
import { createListingIndex } from '#listing/createListingIndex.ts';
import type { ListingIndex } from '#listing/ListingIndex.ts';
import { createWriteLog } from './createWriteLog.ts';
import { applyWrites, type Write } from './applyWrites.ts';

const listed = (key: string, sizeBytes = 1) => ({
  key,
  sizeBytes,
  lastModified: new Date(0),
  etag: 'e',
  storageClass: 'STANDARD',
});
const put = (key: string, sizeBytes = 1): Write => ({ type: 'put', object: listed(key, sizeBytes) });
const gone = (key: string): Write => ({ type: 'deleted', key });

function before(): ListingIndex {
  const index = createListingIndex('a/');
  index.addPage('', columnsOf('a/', ['a/sub/'], [listed('a/x.txt')]));
  return index;
}
function names(index: ListingIndex): string[] {
  return Array.from(index.rows(), (row) => `${index.isFolder(row) ? 'folder' : 'object'} ${index.nameOf(row)}`);
}
function written(writes: readonly Write[]): ListingIndex {
  const index = before();
  applyWrites(index, writes);
  return index;
}

describe('a list after our own writes', () => {
  test.each<[string, Write[], string[]]>([
    ['a new object', [put('a/y.txt')], ['folder sub', 'object x.txt', 'object y.txt']],
    ['an object in a new folder', [put('a/new/deep/z')], ['folder new', 'folder sub', 'object x.txt']],
    ['an object in a folder that is there', [put('a/sub/z')], ['folder sub', 'object x.txt']],
    ['a deleted object', [gone('a/x.txt')], ['folder sub']],
    ['written, then deleted', [put('a/y'), gone('a/y')], ['folder sub', 'object x.txt']],
    ['deleted, then written', [gone('a/x.txt'), put('a/x.txt')], ['folder sub', 'object x.txt']],
    ['deleted inside a folder: only a listing knows', [gone('a/sub/z')], ['folder sub', 'object x.txt']],
    ['the marker of the prefix itself', [put('a/', 0)], ['folder sub', 'object x.txt']],
    ['one with bytes', [put('a/', 5)], ['folder sub', 'object ', 'object x.txt']],
    ['one with bytes, emptied', [put('a/', 5), put('a/', 0)], ['folder sub', 'object x.txt']],
    ['a new empty folder', [put('a/empty/')], ['folder empty', 'folder sub', 'object x.txt']],
    ['an empty-named level', [put('a//z')], ['folder ', 'folder sub', 'object x.txt']],
    ['__proto__', [put('a/__proto__')], ['folder sub', 'object __proto__', 'object x.txt']],
  ])('%s', (_what, writes, expected) => {
    expect(names(written(writes))).toEqual(expected);
  });

  test('an overwritten object keeps its row and takes the new size', () => {
    const index = before();
    const row = index.rowOf('a/x.txt');
    applyWrites(index, [put('a/x.txt', 77)]);
    const [now] = index.rows().slice(-1);
    expect(index.entryOf(now ?? -1)).toMatchObject({ name: 'x.txt', sizeBytes: 77 });
    expect(row).toBeGreaterThanOrEqual(0);
  });

  test('writes elsewhere leave the list as it is', () => {
    const index = before();
    const { version } = index;
    applyWrites(index, [put('b/x'), gone('ab')]);
    expect(index.version).toBe(version);
  });

  test('a key that no URL can name is marked', () => {
    const index = written([put('a/..')]);
    expect(index.entryOf(index.rowOf('a/..'))).toMatchObject({ name: '..', addressable: false });
  });
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
