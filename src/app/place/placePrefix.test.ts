import { expect, test } from 'vitest';
import { placePrefix } from './placePrefix.ts';

const connection = {
  id: 'team',
  label: 'Team',
  bucket: 'media-1250000000',
  region: 'ap-guangzhou',
  hosts: [],
  access: 'credentials',
} as const;

test.each([
  ['', undefined, ''],
  ['', 'a/b/', 'a/b/'],
  ['team/', undefined, 'team/'],
  ['team/', 'team/x/', 'team/x/'],
  ['team/', 'other/', 'team/'],
  ['team/', 'tea', 'team/'],
])('inside %j, p=%j shows %j', (prefix, p, expected) => {
  expect(placePrefix({ ...connection, prefix }, p === undefined ? {} : { p })).toBe(expected);
});
