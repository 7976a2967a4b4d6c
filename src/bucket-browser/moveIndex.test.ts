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
  expect(moveIndex(key, index, count, { columns: 1, lines: 5 })).toBe(expected);
});

// 0 1 2 3
// 4 5 6 7
// 8 9
test.each([
  ['ArrowRight', 3, 4],
  ['ArrowRight', 9, 9],
  ['ArrowLeft', 4, 3],
  ['ArrowLeft', 0, 0],
  ['ArrowDown', 1, 5],
  ['ArrowDown', 6, 9],
  ['ArrowDown', 8, 8],
  ['ArrowUp', 9, 5],
  ['ArrowUp', 2, 2],
  ['PageDown', 1, 9],
  ['PageUp', 9, 1],
  ['Home', 6, 0],
  ['End', 1, 9],
])('among tiles, four side by side, %s from %d goes to %d', (key, index, expected) => {
  expect(moveIndex(key, index, 10, { columns: 4, lines: 3 })).toBe(expected);
});
