import { array, assert, integer, nat, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { planAround, planBlocks } from './planBlocks.ts';

test('cuts from where it is told to the end', () => {
  expect(planBlocks(1, 6, 2).map(({ start, end }) => [start, end])).toEqual([
    [1, 3],
    [3, 5],
    [5, 6],
  ]);
  expect(planBlocks(6, 6, 2)).toEqual([]);
});

test('covers every byte once, and what was kept is still to be checked', () => {
  const sizes = array(record({ gap: nat(50), bytes: integer({ min: 1, max: 50 }) }), { maxLength: 12 });
  assert(
    property(sizes, nat(90), integer({ min: 1, max: 40 }), (ranges, rest, blockBytes) => {
      let at = 0;
      const kept = ranges.map(({ gap, bytes }) => {
        const start = at + gap;
        at = start + bytes;
        return { start, end: at, crc64: '7' };
      });
      const blocks = planAround(kept, at + rest, blockBytes);
      let reached = 0;
      for (const { start, end } of blocks) {
        expect([start, end > start]).toEqual([reached, true]);
        reached = end;
      }
      expect(reached).toBe(at + rest);
      const unchecked = blocks.filter(({ isUnchecked }) => isUnchecked === true);
      expect(unchecked.map(({ start, end, crc64 }) => ({ start, end, crc64 }))).toEqual(kept);
      expect(blocks.every(({ isWritten, isUnchecked = false }) => isWritten === isUnchecked)).toBe(true);
    }),
  );
});
