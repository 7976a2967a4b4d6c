import { expect, test } from 'vitest';
import { moveIndex } from './moveIndex.ts';

test.each([
  ['ArrowDown', -1, 10, 0],
  ['ArrowDown', 3, 10, 4],
  ['ArrowDown', 9, 10, 9],
  ['ArrowUp', -1, 10, 9],
  ['ArrowUp', 0, 10, 0],
  ['ArrowUp', 4, 10, 3],
  ['Home', 7, 10, 0],
  ['End', 2, 10, 9],
  ['PageDown', 0, 100, 4],
  ['PageDown', 98, 100, 99],
  ['PageUp', 99, 100, 95],
  ['PageUp', 2, 100, 0],
  ['ArrowDown', 0, 0, undefined],
  ['ArrowLeft', 3, 10, undefined],
  ['a', 3, 10, undefined],
])('%s from %d of %d goes to %s', (key, index, count, expected) => {
  expect(moveIndex(key, index, count, 5)).toBe(expected);
});
