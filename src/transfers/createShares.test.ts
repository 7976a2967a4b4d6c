import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createShares, GRAIN } from './createShares.ts';
import type { LaneShares } from './createShares.ts';

const MIB = 1024 * 1024;

/** Hands parts to the lane that is free first; when each lane ends, in bytes, and the parts. */
function play(leftMib: number, shares: LaneShares): { parts: number[]; ends: number[] } {
  const next = createShares(leftMib * MIB, shares);
  const ends = Array.from({ length: shares.lanes }, (_, lane) => shares.busyBytes?.[lane] ?? 0);
  const parts: number[] = [];
  for (let left = leftMib * MIB; left > 0;) {
    const bytes = Math.min(next(), left);
    const lane = ends.indexOf(Math.min(...ends));
    ends[lane] = (ends[lane] ?? 0) + bytes + (shares.overheadBytes ?? 0);
    parts.push(bytes / MIB);
    left -= bytes;
  }
  return { parts, ends };
}

describe('the shares of lanes', () => {
  test('a lane that is busy takes less, and one that is busy for long nothing', () => {
    const shares = { lanes: 3, partBytes: 8 * MIB, leastBytes: MIB, busyBytes: [4 * MIB, 20 * MIB] };
    expect(play(12, shares).parts).toEqual([8, 4]);
  });

  test('a round trip is not paid for a sliver', () => {
    const shares = { lanes: 2, partBytes: 8 * MIB, leastBytes: MIB, overheadBytes: 2 * MIB, busyBytes: [3 * MIB] };
    expect(play(4, shares).parts).toEqual([4]);
  });

  test('where parts last long, the last one of a lane is halved as long as that pays, because lanes differ', () => {
    const shares = { lanes: 2, partBytes: 8 * MIB, leastBytes: MIB, smallestBytes: 2 * MIB };
    expect(play(16, shares).parts).toEqual([4, 4, 2, 2, 2, 2]);
  });

  test('lanes end within one part’s grain of each other, no part is too big, and no way is much shorter', () => {
    const MOST = 64;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 2, max: MOST }),
        fc.integer({ min: 0, max: 4 }),
        fc.array(fc.nat(MOST), { maxLength: 12 }),
        (leftMib, lanes, partMib, overheadMib, busyMib) => {
          const busyBytes = busyMib.map((mib) => mib * MIB).slice(0, lanes);
          const [partBytes, overheadBytes] = [partMib * MIB, overheadMib * MIB];
          const { parts, ends } = play(leftMib, { lanes, partBytes, leastBytes: MIB, overheadBytes, busyBytes });
          expect(Math.max(...parts)).toBeLessThanOrEqual(partMib);
          // Nobody can be faster than all lanes at work with the largest parts; and this is at most a part slower.
          const total = busyBytes.reduce((sum, bytes) => sum + bytes, leftMib * MIB);
          const least = (total + overheadBytes * Math.ceil(leftMib / partMib)) / lanes;
          const bound = Math.max(least + partBytes + 2 * overheadBytes + GRAIN * parts.length, ...busyBytes);
          expect(Math.max(...ends)).toBeLessThanOrEqual(bound);
        },
      ),
    );
  });

  test('equal lanes end together', () => {
    const { parts, ends } = play(244, { lanes: 11, partBytes: 8 * MIB, leastBytes: MIB, overheadBytes: 2 * MIB });
    expect(parts).toHaveLength(33);
    expect(Math.max(...ends) - Math.min(...ends)).toBeLessThanOrEqual(33 * GRAIN);
  });
});
