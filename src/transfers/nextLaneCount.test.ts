import { expect, test } from 'vitest';
import { nextLaneCount } from './nextLaneCount.ts';

const trial = (lanes: number, laneBytesPerSecond: number): { lanes: number; laneBytesPerSecond: number } => {
  return { lanes, laneBytesPerSecond };
};

test.each([
  // now, before, connections, next, why
  [trial(6, 100), undefined, 11, 11, 'a first step is free'],
  [trial(5, 100), undefined, 5, 5, 'no more than there are connections'],
  [trial(1, 100), undefined, 11, 2, 'after trouble it doubles'],
  [trial(2, 100), trial(1, 100), 11, 4, 'and doubles'],
  [trial(6, 100), trial(4, 100), 11, 11, 'six lanes as fast as four: the second host'],
  [trial(6, 80), trial(4, 100), 11, 6, 'the total grew, but lanes slow down: one host is enough'],
  [trial(6, 70), trial(4, 100), 11, 4, 'nothing gained'],
  [trial(11, 100), trial(6, 100), 11, 11, 'all there are'],
  [trial(11, 57), trial(6, 100), 11, 6, 'the second host brought nothing'],
])('%o after %o with %d connections: %d lanes (%s)', (now, before, most, expected, _why) => {
  expect(nextLaneCount(now, before, most)).toBe(expected);
});
