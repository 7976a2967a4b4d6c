import { expect, test } from 'vitest';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import { rootRenamed, rootsInto, rootsOf } from './rootsFor.ts';

const folder: ListingEntry = { type: 'folder', prefix: 'a/b/', name: 'b' };
const object: ListingEntry = {
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

test('the object that marks the folder on screen becomes one of a folder with the same name', () => {
  const own = { ...object, key: 'a/b/', name: '' };
  expect(rootsInto('c/', [own])).toEqual([{ from: 'a/b/', isOnlyMarker: true, to: 'c/b/' }]);
  expect(rootRenamed(own, 'a/b/', 'x.txt')).toEqual({ from: 'a/b/', isOnlyMarker: true, to: 'a/b/x.txt' });
});

test('the object that marks a folder, a row among all subfolders, stands for itself and not for the folder', () => {
  const marker = { ...object, key: 'a/b/', name: 'b/' };
  expect(rootsOf([marker, folder])).toEqual([{ from: 'a/b/', isOnlyMarker: true }, { from: 'a/b/' }]);
  expect(rootsInto('c/', [marker])).toEqual([{ from: 'a/b/', isOnlyMarker: true, to: 'c/b/' }]);
});
