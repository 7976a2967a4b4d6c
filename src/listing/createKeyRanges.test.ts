import { array, assert, integer, option, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareKeys } from '#cos/compareKeys.ts';
import { createKeyRanges } from './createKeyRanges.ts';

describe('createKeyRanges', () => {
  test('begins behind its marker and includes its last key', () => {
    const ranges = createKeyRanges();
    ranges.add('b', 'd');
    expect(['a', 'b', 'ba', 'd', 'da'].map(ranges.covers)).toEqual([false, false, true, true, false]);
  });

  test('the last page covers everything behind it', () => {
    const ranges = createKeyRanges();
    ranges.add('m', undefined);
    expect(['m', 'n', '\u{10FFFF}'].map(ranges.covers)).toEqual([false, true, true]);
  });

  test('any pages in any order cover what one of them covers', () => {
    const key = integer({ min: 97, max: 106 }).map((code) => String.fromCharCode(code));
    const page = tuple(key, option(key, { nil: undefined }));
    assert(
      property(array(page, { maxLength: 12 }), (pages) => {
        const ranges = createKeyRanges();
        const real = pages.filter(([after, upTo]) => upTo === undefined || compareKeys(after, upTo) < 0);
        for (const [after, upTo] of real) ranges.add(after, upTo);
        for (const key of Array.from('abcdefghijk', (letter) => [letter, `${letter}5`]).flat()) {
          const isCovered = real.some(
            ([after, upTo]) => compareKeys(after, key) < 0 && (upTo === undefined || compareKeys(key, upTo) <= 0),
          );
          expect(ranges.covers(key)).toBe(isCovered);
        }
      }),
    );
  });
});
