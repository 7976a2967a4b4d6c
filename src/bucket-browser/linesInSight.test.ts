import { expect, test } from 'vitest';
import { linesInSight } from './linesInSight.ts';

const list = { lines: 1000, lineHeight: 44, padding: 0, overscan: 10 };
const tiles = { lines: 50, lineHeight: 202, padding: 16, overscan: 1 };

test.each([
  ['at the top', list, 0, 0, 26],
  ['a line and a half down', list, 66, 0, 28],
  ['in the middle', list, 22_000, 490, 526],
  ['at the end', list, 1000 * 44 - 700, 974, 1000],
  ['beyond the end, as while a list gets shorter', list, 90_000, 974, 1000],
  ['above the top, as a page bounces', list, -80, 0, 26],
  ['of an empty list', { ...list, lines: 0 }, 0, 0, 0],
  ['of a list that fits', { ...list, lines: 3 }, 0, 0, 3],
  ['tiles at the top', tiles, 0, 0, 5],
  ['tiles further down', tiles, 16 + 10 * 202, 9, 15],
])('lines %s', (_where, stack, offset, from, to) => {
  expect(linesInSight(stack, offset, 700)).toEqual({ from, to });
});
