import { expect, test } from 'vitest';
import { median } from './median.ts';

test.each([
  [[], Number.NaN],
  [[3], 3],
  [[10, 1, 2], 2],
  [[4, 1, 3, 2], 2.5],
])('median of %j is %d', (values, expected) => {
  expect(median(values)).toBe(expected);
});
