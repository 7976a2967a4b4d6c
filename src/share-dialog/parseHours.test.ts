import { expect, test } from 'vitest';
import { parseHours } from './parseHours.ts';

test.each([
  ['1', 3600],
  [' 1.5 ', 5400],
  ['1,5', 5400],
  ['0.1', 360],
  ['168', 604_800],
  ['168.1', undefined],
  ['0', undefined],
  ['-1', undefined],
  ['1e3', undefined],
  ['', undefined],
  ['x', undefined],
])('%j is %s', (typed, seconds) => {
  expect(parseHours(typed)).toBe(seconds);
});
