import { expect, test } from 'vitest';
import { checkPartList } from './checkPartList.ts';

const stored = [100, 100, 5, 100].map((sizeBytes, index) => ({
  partNumber: index + 1,
  sizeBytes,
  etag: `e${index + 1}`,
  crc64: '0',
  lastModified: 0,
}));
const listed = (...numbers: number[]) => numbers.map((partNumber) => ({ partNumber, etag: `"e${partNumber}"` }));

test('takes the parts in order; the last may be small, parts that are not listed are left out', () => {
  expect(checkPartList(listed(1, 2, 3), stored, 50).map((part) => part.partNumber)).toEqual([1, 2, 3]);
  expect(checkPartList(listed(1), stored, 1000).map((part) => part.partNumber)).toEqual([1]);
});

test.each([
  ['an empty list', [], 'InvalidArgument'],
  ['a descending list', listed(2, 1), 'InvalidPartOrder'],
  ['a part twice', listed(1, 1), 'InvalidPartOrder'],
  ['part 0', listed(0, 1), 'InvalidPartOrder'],
  ['a gap', listed(1, 3), 'InvalidPart'],
  ['a list that begins at 2', listed(2, 3), 'InvalidPart'],
  ['a part that was never uploaded', listed(1, 2, 3, 4, 5), 'InvalidPart'],
  ['another ETag', [{ partNumber: 1, etag: '"x"' }], 'InvalidPart'],
  ['an ETag without quotes', [{ partNumber: 1, etag: 'e1' }], 'InvalidPart'],
  ['a small part that is not the last', listed(1, 2, 3, 4), 'EntityTooSmall'],
  ['a number that is none', [{ partNumber: Number.NaN, etag: '"e1"' }], 'InvalidPart'],
])('refuses %s', (_, list, code) => {
  expect(() => checkPartList(list, stored, 50)).toThrow(expect.objectContaining({ status: 400, code }));
});
