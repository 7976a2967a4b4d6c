import { array, assert, nat, property, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import { reuseSlots, type Drawn } from './reuseSlots.ts';

const drawn = (...pairs: readonly (readonly [row: number, slot: number])[]): Drawn[] =>
  pairs.map(([row, slot]) => ({ row, slot }));

test.each([
  ['the first rows', [], [7, 8], drawn([7, 0], [8, 1])],
  ['the same rows', drawn([7, 0], [8, 1]), [7, 8], drawn([7, 0], [8, 1])],
  ['a jump', drawn([1, 0], [2, 1], [3, 2]), [71, 72, 73], drawn([71, 0], [72, 1], [73, 2])],
  ['a jump to more rows', drawn([1, 0]), [71, 72], drawn([71, 0], [72, 1])],
  ['one row down', drawn([1, 0], [2, 1], [3, 2]), [2, 3, 4], drawn([2, 1], [3, 2], [4, 3])],
  ['one row up', drawn([2, 1], [3, 2], [4, 3]), [1, 2, 3], drawn([1, 4], [2, 1], [3, 2])],
  [
    'a jump, and the row with the keyboard stays last',
    drawn([1, 0], [2, 1], [3, 2]),
    [71, 72, 2],
    drawn([71, 0], [72, 3], [2, 1]),
  ],
  [
    'a row in the middle goes, and the next moves up',
    drawn([1, 0], [2, 1], [3, 2]),
    [1, 3, 4],
    drawn([1, 0], [3, 2], [4, 3]),
  ],
  ['the other way round', drawn([1, 0], [2, 1], [3, 2]), [3, 2, 1], drawn([3, 2], [2, 1], [1, 0])],
])('%s', (_what, before, rows, expected) => {
  expect(reuseSlots(before, rows)).toEqual(expected);
});

const screens = array(uniqueArray(nat(30), { maxLength: 12 }), { maxLength: 8 });

test('no two rows share an element, and a row that stays keeps its own', () => {
  assert(
    property(screens, (all) => {
      let before: readonly Drawn[] = [];
      for (const rows of all) {
        const after = reuseSlots(before, rows);
        expect(after.map(({ row }) => row)).toEqual(rows);
        expect(new Set(after.map(({ slot }) => slot)).size).toBe(rows.length);
        expect(after).toEqual(expect.arrayContaining(before.filter(({ row }) => rows.includes(row))));
        before = after;
      }
    }),
  );
});

test('while the order of the list stays, no element moves past another', () => {
  assert(
    property(screens, (all) => {
      let before: readonly Drawn[] = [];
      for (const rows of all) {
        const after = reuseSlots(
          before,
          rows.toSorted((a, b) => a - b),
        );
        const placesBefore = after.map(({ slot }) => before.findIndex((drawn) => drawn.slot === slot));
        const reused = placesBefore.filter((place) => place >= 0);
        expect(reused).toEqual(reused.toSorted((a, b) => a - b));
        before = after;
      }
    }),
  );
});
