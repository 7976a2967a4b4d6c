import { expect, test } from 'vitest';
import { createDripWatch } from './createDripWatch.ts';

/** Two requests for some seconds, at these rates in bytes per second; whether the first is to be sent again. */
function dripsBeside(seconds: number, ownRate: number, otherRate: number, otherEndsAt = Infinity): boolean {
  let now = 0;
  const watch = createDripWatch(() => now, { dripWindowMs: 60_000, dripBytesPerSecond: 1024, dripRatio: 10 });
  const own = watch.begin();
  const other = watch.begin();
  for (let second = 1; second <= seconds; second += 1) {
    now = second * 1000;
    own.moved(ownRate * second);
    if (second <= otherEndsAt) other.moved(otherRate * second);
    if (second === otherEndsAt) other.end();
  }
  return own.isDripping();
}

test.each([
  ['crept for a minute beside a fast one', 61, 500, 100_000, Infinity, true],
  ['brought nothing at all beside a fast one', 61, 0, 100_000, Infinity, true],
  ['not a minute yet', 59, 500, 100_000, Infinity, false],
  ['slow, but above a KiB per second', 90, 1100, 100_000, Infinity, false],
  ['the others creep as well', 90, 500, 4000, Infinity, false],
  ['ten times as fast is enough', 90, 500, 5000, Infinity, true],
  ['nothing moves anywhere', 90, 0, 0, Infinity, false],
  ['the fast one ended within the minute', 90, 500, 100_000, 40, true],
  ['the fast one ended long ago', 200, 500, 100_000, 40, false],
] as const)('%s', (_what, seconds, own, other, endsAt, expected) => {
  expect(dripsBeside(seconds, own, other, endsAt)).toBe(expected);
});

test('a request that ran well first and creeps now is told by its last minute', () => {
  let now = 0;
  const watch = createDripWatch(() => now, { dripWindowMs: 60_000, dripBytesPerSecond: 1024, dripRatio: 10 });
  const own = watch.begin();
  const other = watch.begin();
  const drippedAt: number[] = [];
  for (let second = 1; second <= 100; second += 1) {
    now = second * 1000;
    own.moved(second <= 30 ? second * 1_000_000 : 30_000_000 + (second - 30) * 100);
    other.moved(second * 100_000);
    if (own.isDripping()) drippedAt.push(second);
  }
  expect(drippedAt[0]).toBeGreaterThanOrEqual(90);
  expect(drippedAt.at(-1)).toBe(100);
});
