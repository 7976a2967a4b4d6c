import { expect, test } from 'vitest';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import { isInTrash, rootsIntoTrash, rootsOutOfTrash, trashPrefix } from './trashPaths.ts';

const folder = (prefix: string): ListingEntry => ({ type: 'folder', prefix, name: '' });
const object = (key: string): ListingEntry => ({
  type: 'object',
  key,
  name: '',
  sizeBytes: 1,
  lastModified: new Date(0),
  etag: '',
  storageClass: 'STANDARD',
  addressable: true,
});
const when = new Date(Date.UTC(2026, 10, 27, 5, 4, 3, 210));

test.each(['', 'team/'])('below %j everything finds its way back, each deletion from its own folder', (prefix) => {
  const place = { prefix, trash: trashPrefix({ prefix }) };
  const roots = rootsIntoTrash(place, [object(`${prefix}a/b.txt`), folder(`${prefix}a/c/`)], when);
  const inTrash = `${prefix}.trash/2026-11-27 05.04.03.210 UTC/`;
  expect(roots).toEqual([
    { from: `${prefix}a/b.txt`, to: `${inTrash}a/b.txt` },
    { from: `${prefix}a/c/`, to: `${inTrash}a/c/` },
  ]);
  expect(rootsOutOfTrash(place, [object(`${inTrash}a/b.txt`), folder(`${inTrash}a/`), folder(inTrash)])).toEqual([
    { from: `${inTrash}a/b.txt`, to: `${prefix}a/b.txt` },
    { from: `${inTrash}a/`, to: `${prefix}a/` },
    { from: inTrash, to: prefix },
  ]);
});

test('the trash is where the deployment says, and knows itself', () => {
  const trash = trashPrefix({ prefix: 'team/', trash: 'bin/' });
  expect([folder('team/bin/'), object('team/bin/x'), folder('team/binary/')].map((e) => isInTrash(trash, e))).toEqual([
    true,
    true,
    false,
  ]);
});
