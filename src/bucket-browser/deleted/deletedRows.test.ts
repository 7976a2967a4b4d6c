import { expect, test } from 'vitest';
import type { Deletion } from '#cos/deletionOf.ts';
import { deletedRows } from './deletedRows.ts';

const collator = new Intl.Collator('en', { numeric: true });
const deleted = (key: string, sizeBytes = 1): Deletion => ({
  key,
  deletedAt: new Date(0),
  marks: ['m'],
  versionIds: ['m', 'v'],
  before: {
    key,
    versionId: 'v',
    isLatest: false,
    lastModified: new Date(0),
    isDeleteMarker: false,
    sizeBytes,
    etag: 'e',
    storageClass: 'STANDARD',
  },
});
const found = {
  deletions: [deleted('a/', 0), deleted('a/img 10.jpg'), deleted('a/img 9.jpg'), deleted('a/B.txt')],
  folders: new Set(['a/there/', 'a/gone/', 'a/old 2/', 'a/old 11/']),
};
const isThere = (folder: string): boolean => folder === 'a/there/';
const names = (rows: ReturnType<typeof deletedRows>): string[] => rows.map(({ type, name }) => `${type} ${name}`);

test('folders in which nothing is left come first, then objects, each by name as people count', () => {
  expect(names(deletedRows(found, 'a/', isThere, collator))).toEqual([
    'folder gone',
    'folder old 2',
    'folder old 11',
    'object B.txt',
    'object img 9.jpg',
    'object img 10.jpg',
  ]);
});

test('while nobody knows what is there, no folder is said to be gone', () => {
  expect(names(deletedRows(found, 'a/', undefined, collator)).filter((row) => row.startsWith('folder'))).toEqual([]);
});

test('the object that makes the folder itself is a row when it has bytes', () => {
  const own = { deletions: [deleted('a/', 5)], folders: new Set<string>() };
  expect(deletedRows(own, 'a/', isThere, collator)).toMatchObject([{ type: 'object', id: 'a/', name: '' }]);
});
