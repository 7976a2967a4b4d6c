import { expect, test } from 'vitest';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import type { Carried, PutKind } from './Carried.ts';
import { whyNotPut } from './whyNotPut.ts';
import type { DeniedActions } from './whatCanBeDone.ts';

const folder: ListingEntry = { type: 'folder', prefix: 'a/b/', name: 'b' };
const object: ListingEntry = {
  type: 'object',
  key: 'a/x.txt',
  name: 'x.txt',
  sizeBytes: 1,
  lastModified: new Date(0),
  etag: '',
  storageClass: 'STANDARD',
  addressable: true,
};
const carry = (...entries: readonly ListingEntry[]): Carried => ({
  connectionId: 'main',
  prefix: 'a/',
  entries,
  token: 'random',
});
const why = (carried: Carried, target: string, kind: PutKind = 'move', denied: DeniedActions = {}, to = 'main') =>
  whyNotPut(carried, { connectionId: to, target, kind, denied });

test('anything goes into another folder', () => {
  expect(why(carry(folder, object), 'c/')).toBeUndefined();
  expect(why(carry(folder, object), '')).toBeUndefined();
  expect(why(carry(object), 'a/b/')).toBeUndefined();
});

test('a folder goes neither into itself nor anywhere below', () => {
  for (const kind of ['move', 'copy'] as const) {
    expect(why(carry(object, folder), 'a/b/', kind)).toBe('intoItself');
    expect(why(carry(object, folder), 'a/b/c/d/', kind)).toBe('intoItself');
  }
  // Another name that only begins alike.
  expect(why(carry(folder), 'a/bc/')).toBeUndefined();
});

test('what is there already is not moved there, but may be copied beside itself', () => {
  expect(why(carry(folder, object), 'a/')).toBe('alreadyThere');
  expect(why(carry(folder, object), 'a/', 'copy')).toBeUndefined();
  // Found in a subfolder, where it keeps its path.
  expect(why(carry({ ...object, key: 'a/sub/x.txt', name: 'sub/x.txt' }), 'a/')).toBe('alreadyThere');
  expect(why(carry({ ...object, key: 'a/sub/x.txt', name: 'sub/x.txt' }), 'c/')).toBeUndefined();
});

test('what the keys lack is named first, for a copy only the right to write', () => {
  expect(why(carry(object), 'c/', 'move', { move: 'no delete' })).toEqual({ denied: 'no delete' });
  expect(why(carry(object), 'c/', 'copy', { move: 'no delete' })).toBeUndefined();
  expect(why(carry(object), 'c/', 'copy', { copy: 'no put' })).toEqual({ denied: 'no put' });
});

test('from another connection anything goes that may be written here', () => {
  expect(why(carry(folder), 'a/b/', 'move', { move: 'no delete' }, 'other')).toBeUndefined();
  expect(why(carry(object), 'a/', 'copy', { upload: 'no put' }, 'other')).toEqual({ denied: 'no put' });
});
