import { expect, test } from 'vitest';
import { parseDayRange } from './parseDayRange.ts';
import { parseSizeRange } from './parseSizeRange.ts';

test.each([
  ['1000-5000', { fromBytes: 1000, toBytes: 5000 }],
  ['1000-', { fromBytes: 1000 }],
  ['-5000', { toBytes: 5000 }],
  ['0-0', { fromBytes: 0, toBytes: 0 }],
])('the sizes %s', (text, expected) => {
  expect(parseSizeRange(text)).toEqual(expected);
});

test.each(['', '-', '5-1', '1e3-', '-0x1', '1-2-3', ' 1-2', '1000', '99999999999999999-'])(
  'the sizes %j mean nothing',
  (text) => {
    expect(parseSizeRange(text)).toBeUndefined();
  },
);

test('days are whole, and both are included', () => {
  expect(parseDayRange('2026-01-31..2026-02-28')).toEqual({
    from: new Date(2026, 0, 31),
    before: new Date(2026, 2, 1),
  });
  expect(parseDayRange('2026-01-31..2026-01-31')).toEqual({
    from: new Date(2026, 0, 31),
    before: new Date(2026, 1, 1),
  });
  expect(parseDayRange('2024-02-29..')).toEqual({ from: new Date(2024, 1, 29) });
  expect(parseDayRange('..2026-12-31')).toEqual({ before: new Date(2027, 0, 1) });
});

test.each(['', '..', '2026-01-31', '2026-02-30..', '2026-13-01..', '2026-02-01..2026-01-01', 'x..y', '2026-1-1..'])(
  'the days %j mean nothing',
  (text) => {
    expect(parseDayRange(text)).toBeUndefined();
  },
);
