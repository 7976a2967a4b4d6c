import { expect, test } from 'vitest';
import type { ListedObjectEntry } from '#listing/ListedObjectEntry.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import { rootRenamed, rootsBeside, rootsInto } from './rootsFor.ts';

const folder: ListingEntry = { type: 'folder', prefix: 'a/b/', name: 'b' };
const object: ListedObjectEntry = {
  type: 'object',
  key: 'a/x/../y',
  name: 'x/../y',
  sizeBytes: 1,
  lastModified: new Date(0),
  etag: '',
  storageClass: 'STANDARD',
  addressable: false,
};

test('rows keep their names in another folder, exact to the byte', () => {
  expect(rootsInto('c/', [folder, object])).toEqual([
    { from: 'a/b/', to: 'c/b/' },
    { from: 'a/x/../y', to: 'c/x/../y' },
  ]);
});

test('a new name changes the last part only', () => {
  expect(rootRenamed(folder, 'a/', 'neu')).toEqual({ from: 'a/b/', to: 'a/neu/' });
  expect(rootRenamed(object, 'a/', 'safe')).toEqual({ from: 'a/x/../y', to: 'a/safe' });
});

const named = (key: string): ListingEntry => ({ ...object, key, name: key.slice(2) });

test('copies beside their originals get numbers that nothing there has, nor another copy', () => {
  const there = new Set(['a/x.txt', 'a/x (1).txt', 'a/b/', 'a/b (1)/']);
  expect(rootsBeside([named('a/x.txt'), named('a/x (1).txt'), folder], (key) => there.has(key))).toEqual([
    { from: 'a/x.txt', to: 'a/x (2).txt' },
    { from: 'a/x (1).txt', to: 'a/x (3).txt' },
    { from: 'a/b/', to: 'a/b (2)/' },
  ]);
});
