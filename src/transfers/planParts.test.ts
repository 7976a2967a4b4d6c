import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toFailure } from '#lib/Failure.ts';
import { MAX_OBJECT_BYTES, MAX_PARTS, MIB, planParts } from './planParts.ts';

const GIB = 1024 * MIB;

describe('planParts', () => {
  test.each([
    // size, lanes, parts, first part, last part
    [17 * MIB, 6, 5, 4 * MIB, 1 * MIB],
    [96 * MIB, 6, 6, 16 * MIB, 16 * MIB],
    [96 * MIB + 1, 6, 11, 9 * MIB, 6 * MIB + 1],
    [100 * MIB, 11, 20, 5 * MIB, 5 * MIB],
    [1 * GIB, 11, 128, 8 * MIB, 8 * MIB],
    [1 * GIB, 6, 64, 16 * MIB, 16 * MIB],
    [100 * GIB, 11, 6400, 16 * MIB, 16 * MIB],
    [10_000 * 16 * MIB, 11, 10_000, 16 * MIB, 16 * MIB],
    [10_000 * 16 * MIB + 1, 11, 9412, 17 * MIB, 13 * MIB + 1],
    [MAX_OBJECT_BYTES, 11, 10_000, 5 * GIB, 5 * GIB],
    [1, 11, 1, 1, 1],
    [0, 11, 0, undefined, undefined],
  ])('%d bytes over %d lanes: %d parts', (size, lanes, count, first, last) => {
    const parts = planParts(size, lanes);
    const lengths = parts.map((part) => part.end - part.start);
    expect([parts.length, lengths[0], lengths.at(-1)]).toEqual([count, first, last]);
  });

  test('refuses more than COS can hold, naming the limit', () => {
    let refusal: unknown;
    try {
      planParts(MAX_OBJECT_BYTES + 1, 6);
    } catch (error) {
      refusal = error;
    }
    expect(toFailure(refusal)).toMatchObject({ code: 'FileTooLarge', facts: { bytes: MAX_OBJECT_BYTES } });
  });

  test('any file is covered without hole or overlap, within the limits of COS and of what is sent again', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.integer({ min: 1, max: 24 }), (seed, lanes) => {
        const size = 1 + (seed % MAX_OBJECT_BYTES);
        const parts = planParts(size, lanes);
        expect(parts.length).toBeLessThanOrEqual(MAX_PARTS);
        expect(parts[0]?.start).toBe(0);
        expect(parts.at(-1)?.end).toBe(size);
        const wrong = parts.find((part, index) => {
          const next = parts[index + 1];
          const length = part.end - part.start;
          return (
            part.partNumber !== index + 1 ||
            length <= 0 ||
            length > 5 * GIB ||
            (next !== undefined && (next.start !== part.end || length < MIB || length % MIB !== 0))
          );
        });
        expect(wrong).toBeUndefined();
        const inFlight = Math.min(lanes, parts.length) * (parts[0]?.end ?? 0);
        const isForced = parts.length > MAX_PARTS / 2;
        expect(isForced || inFlight <= Math.max(96 * MIB, size * 0.03, lanes * 4 * MIB) + lanes * MIB).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
