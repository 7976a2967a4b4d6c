import { expect, test } from 'vitest';
import { drawnHeight, offsetToShow, scrollScale } from './scrollScale.ts';

/** What Firefox still draws; Chromium draws more. */
const FIREFOX_LIMIT = 17_800_000;

test.each([0, 440, 15_000_000])('a list of %d pixels scrolls as any other', (total) => {
  expect(drawnHeight(total)).toBe(total);
  expect(scrollScale(total, 700)).toBe(1);
});

test.each([
  [15_000_044, 700],
  [1_000_000 * 44, 700],
  [10_000_000 * 56, 390],
])(
  'a list of %d pixels in a window of %d: the scroll bar reaches the last row, and no browser gives up before',
  (total, room) => {
    const height = drawnHeight(total);
    expect(height).toBeLessThan(FIREFOX_LIMIT);
    // The list as far down as the scroll bar goes.
    expect((height - room) * scrollScale(total, room)).toBeCloseTo(total - room, 3);
  },
);

test('a million rows: there is a place of the scroll bar for each', () => {
  const rowHeight = 44;
  expect(scrollScale(1_000_000 * rowHeight, 700)).toBeLessThan(rowHeight);
});

test.each([
  ['in sight', 440, 484, 400, 400],
  ['above', 44, 88, 400, 44],
  ['cut above', 390, 434, 400, 390],
  ['below', 2000, 2044, 400, 1344],
  ['cut below', 1080, 1124, 400, 424],
  ['taller than the room: its beginning', 2000, 3000, 400, 2000],
])('a line %s, from %d to %d, of a list scrolled by %d: by %d', (_where, start, end, offset, expected) => {
  expect(offsetToShow({ start, end }, offset, 700)).toBe(expected);
});
