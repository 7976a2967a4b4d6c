import { expect, test } from 'vitest';
import { partBytesFor, smallestPartBytes } from './partBytesFor.ts';
import { MIB } from './planParts.ts';

const GIB = 1024 * MIB;

test.each([
  // file, lanes, MB/s per lane, round trip ms, part in MiB, why
  [GIB, 4, undefined, 0, 8, 'nothing measured'],
  [GIB, 11, undefined, 50, 8, 'nothing measured, bounded by what is sent again'],
  [GIB, 4, 1, 50, 3, 'four seconds'],
  [GIB, 4, 0.05, 50, 1, 'never below what COS takes'],
  [GIB, 4, 1, 500, 9, 'twenty round trips'],
  [GIB, 4, 1, 5000, 24, 'never half a minute and never above the bound'],
  [GIB, 6, 20, 50, 16, '96 MiB in flight'],
  [GIB, 11, 20, 50, 8, '96 MiB in flight over more lanes'],
  [20 * GIB, 11, 20, 50, 55, '3 % of a big file'],
  [100 * GIB, 11, 100, 50, 64, 'the largest'],
])('%d bytes over %d lanes of %s MB/s at %d ms: %d MiB (%s)', (size, lanes, rate, roundTripMs, expected, _why) => {
  const line = { roundTripMs, ...(rate === undefined ? {} : { laneBytesPerSecond: rate * 1e6 }) };
  expect(partBytesFor(size, lanes, line) / MIB).toBe(expected);
});

test.each([
  [undefined, 50, undefined, 'nothing measured'],
  [20, 50, 19, 'a second'],
  [0.1, 50, 1, 'never below what COS takes'],
  [1, 500, 9, 'twenty round trips'],
])('at %s MB/s and %d ms parts shrink to %s MiB (%s)', (rate, roundTripMs, expected, _why) => {
  const smallest = smallestPartBytes({
    roundTripMs,
    ...(rate === undefined ? {} : { laneBytesPerSecond: rate * 1e6 }),
  });
  expect(smallest === undefined ? undefined : smallest / MIB).toBe(expected);
});
