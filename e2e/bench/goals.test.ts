import { expect, test } from 'vitest';
import { GOALS, goalRows } from './goals.ts';

const rowsOf = (figures: Record<string, number>): string[][] => goalRows(new Map(Object.entries(figures)));

test.each([
  [{ '1/raw6/seconds': 2, '1/unverified/seconds': 2.5 }, '0.80', 'not reached'],
  [{ '1/raw6/seconds': 2, '1/unverified/seconds': 2.3 }, '0.87', 'reached'],
])('a goal over its bound, %j', (figures, shown, verdict) => {
  expect(rowsOf(figures)).toEqual([['1', expect.any(String), '≥ 0.85', shown, verdict]]);
});

test.each([
  [{ '1/sdk/cpu': 4, '1/unverified/cpu': 2 }, '0.50', 'reached'],
  [{ '9/up/processes': 312.4 }, '312', 'not reached'],
  [{ '11/free/preflights': 0 }, '0.00', 'reached'],
])('a goal under its bound, %j', (figures, shown, verdict) => {
  expect(rowsOf(figures)).toEqual([[expect.any(String), expect.any(String), expect.any(String), shown, verdict]]);
});

test('what was not measured is not claimed', () => {
  expect(rowsOf({})).toEqual([]);
  expect(rowsOf({ '1/raw6/seconds': 2 })).toEqual([]);
});

test('every goal is told apart by its words', () => {
  expect(new Set(GOALS.map(({ what }) => what)).size).toBe(GOALS.length);
});
