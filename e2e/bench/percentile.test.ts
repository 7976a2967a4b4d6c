import { expect, test } from 'vitest';
import { percentile } from './percentile.ts';

test.each([
  [[], 0.98, Number.NaN],
  [[7], 0.98, 7],
  [[3, 1, 2], 0.5, 2],
  [[4, 3, 2, 1], 0.5, 2],
  [Array.from({ length: 100 }, (_, n) => n + 1), 0.98, 98],
  [Array.from({ length: 100 }, (_, n) => n + 1), 1, 100],
])('of %j, %d are at most %d', (values, share, expected) => {
  expect(percentile(values, share)).toBe(expected);
});
