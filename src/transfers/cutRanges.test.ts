import { array, assert, boolean, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { cutRanges } from './cutRanges.ts';
import { planBlocks } from './planBlocks.ts';

const counts = (blocks: number, lanes: number, mostBytes = 1000): number[] =>
  [...cutRanges(planBlocks(0, blocks, 1), lanes, mostBytes)].map(({ length }) => length);

test('requests are long while much is left, and short at the end', () => {
  expect(counts(30, 4)).toEqual([5, 5, 4, 3, 3, 2, 2, 1, 1, 1, 1, 1, 1]);
  expect(counts(3, 4)).toEqual([1, 1, 1]);
  expect(counts(30, 4, 2).every((count) => count <= 2)).toBe(true);
});

test('every missing block once, in order, neighbours only', () => {
  assert(
    property(
      array(boolean(), { maxLength: 60 }),
      integer({ min: 1, max: 12 }),
      integer({ min: 1, max: 40 }),
      (written, lanes, mostBytes) => {
        const blocks = planBlocks(0, written.length * 3, 3);
        for (const [at, block] of blocks.entries()) block.isWritten = written[at] === true;
        const ranges = [...cutRanges(blocks, lanes, mostBytes)];
        expect(ranges.flat()).toEqual(blocks.filter(({ isWritten }) => !isWritten));
        for (const range of ranges) {
          const bytes = range.reduce((sum, { start, end }) => sum + end - start, 0);
          expect(bytes).toBe((range.at(-1)?.end ?? 0) - (range[0]?.start ?? 0));
          expect(range.length === 1 || bytes <= mostBytes).toBe(true);
        }
      },
    ),
  );
});
