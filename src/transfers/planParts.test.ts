import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toFailure } from '#lib/Failure.ts';
import { MAX_OBJECT_BYTES, MAX_PARTS, MIB, planParts, replanParts } from './planParts.ts';
import type { PlannedPart } from './planParts.ts';

const GIB = 1024 * MIB;
const lengths = (parts: readonly PlannedPart[]): number[] => parts.map((part) => part.end - part.start);
const mib = (parts: readonly PlannedPart[]): number[] => lengths(parts).map((bytes) => bytes / MIB);
const small = { count: 4, bytes: 2 * MIB };

describe('planParts', () => {
  test.each([
    // MiB, lanes, MiB per part, MiB of each part
    [0, 4, 8, []],
    [1, 4, 8, [1]],
    [32, 4, 8, [8, 8, 8, 8]],
    [33, 4, 8, [4.25, 4.25, 4.25, 4.25, 4, 4, 4, 4]],
    [20, 1, 8, [6.75, 6.75, 6.5]],
  ])('%d MiB over %d lanes, parts of at most %d: whole rounds of one size', (size, lanes, partMib, expected) => {
    expect(mib(planParts(size * MIB, { lanes, partBytes: partMib * MIB }))).toEqual(expected);
  });

  test('the first parts are small', () => {
    const parts = planParts(64 * MIB, { lanes: 2, partBytes: 16 * MIB, first: small });
    expect(mib(parts)).toEqual([2, 2, 2, 2, 14, 14, 14, 14]);
  });

  test.each([
    [10_000 * 16 * MIB, 10_000, 16 * MIB],
    [10_000 * 16 * MIB + 1, 10_000, 17 * MIB],
    [MAX_OBJECT_BYTES, 10_000, 5 * GIB],
  ])('%d bytes: the limit of 10,000 parts overrides the shape', (size, count, first) => {
    const parts = planParts(size, { lanes: 4, partBytes: 16 * MIB });
    expect(parts.length).toBeLessThanOrEqual(count);
    expect(lengths(parts)[0]).toBe(first);
  });

  test('refuses more than COS can hold, naming the limit', () => {
    let refusal: unknown;
    try {
      planParts(MAX_OBJECT_BYTES + 1, { lanes: 6, partBytes: MIB });
    } catch (error) {
      refusal = error;
    }
    expect(toFailure(refusal)).toMatchObject({ code: 'FileTooLarge', facts: { bytes: MAX_OBJECT_BYTES } });
  });

  test('a file is covered without hole or overlap, also when its end is cut anew, and what is kept stays', () => {
    const shape = fc.record({
      lanes: fc.integer({ min: 1, max: 24 }),
      partBytes: fc.integer({ min: 1, max: 64 }).map((n) => n * MIB),
      first: fc.constant(small),
    });
    const size = fc.maxSafeNat().map((seed) => 1 + (seed % MAX_OBJECT_BYTES));
    fc.assert(
      fc.property(size, shape, shape, fc.nat(10_000), (sizeBytes, before, after, touched) => {
        const first = planParts(sizeBytes, before);
        const kept = first.slice(0, touched);
        const parts = replanParts(kept, sizeBytes, after);
        expect(parts.slice(0, kept.length)).toEqual(kept);
        for (const table of [first, parts]) {
          expect(table.length).toBeLessThanOrEqual(MAX_PARTS);
          expect(table[0]?.start).toBe(0);
          expect(table.at(-1)?.end).toBe(sizeBytes);
          const wrong = table.find(({ partNumber, start, end }, index) => {
            const next = table[index + 1];
            const bytes = end - start;
            if (partNumber !== index + 1 || bytes <= 0 || bytes > 5 * GIB) return true;
            return next !== undefined && (next.start !== end || bytes < MIB || bytes % (MIB / 4) !== 0);
          });
          expect(wrong).toBeUndefined();
        }
      }),
      { numRuns: 40 },
    );
  });
});
