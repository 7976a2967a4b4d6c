import { expect, test } from 'vitest';
import { edgeSpeed } from './edgeScroll.ts';

test('a list scrolls at its edges only, faster further out, and never without end', () => {
  const speeds = [-500, 60, 110, 130, 300, 470, 490, 540, 5000].map((y) => edgeSpeed(y, 100, 500));
  expect(speeds.map(Math.sign).map((sign) => sign + 0)).toEqual([-1, -1, -1, -1, 0, 1, 1, 1, 1]);
  expect(speeds.slice(0, 4)).toEqual(speeds.slice(0, 4).toSorted((a, b) => a - b));
  expect(speeds.slice(5)).toEqual(speeds.slice(5).toSorted((a, b) => a - b));
  expect(edgeSpeed(-1e9, 100, 500)).toBe(-edgeSpeed(1e9, 100, 500));
});
