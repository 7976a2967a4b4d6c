import { expect, test } from 'vitest';
import { parseDayRange } from '#listing/parseDayRange.ts';
import { parseSizeRange } from '#listing/parseSizeRange.ts';
import { dayChoices, SIZE_CHOICES } from './filterChoices.ts';

test('days count back from today, over the turn of a month and a year', () => {
  expect(dayChoices(new Date(2026, 0, 3, 23, 59)).map(({ date }) => date)).toEqual([
    '2026-01-03..',
    '2025-12-28..',
    '2025-12-05..',
    '2026-01-01..',
  ]);
});

test('every choice can be read', () => {
  expect(SIZE_CHOICES.map(parseSizeRange)).not.toContain(undefined);
  expect(dayChoices(new Date(2026, 1, 28)).map(({ date }) => parseDayRange(date))).not.toContain(undefined);
});
