import { expect, test } from 'vitest';
import { someConnection } from '#config/testing/someConnection.ts';
import { placePrefix } from './placePrefix.ts';

test.each([
  ['', undefined, ''],
  ['', 'a/b/', 'a/b/'],
  ['team/', undefined, 'team/'],
  ['team/', 'team/x/', 'team/x/'],
  ['team/', 'other/', 'team/'],
  ['team/', 'tea', 'team/'],
])('inside %j, p=%j shows %j', (prefix, p, expected) => {
  expect(placePrefix({ ...someConnection, prefix }, p === undefined ? {} : { p })).toBe(expected);
});
