import { assert, boolean, integer, nat, pre, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { cellsInBox, measureCells, type DrawnCell, type GridGeometry } from './gridGeometry.ts';

/** Tiles of 100 × 80 with gaps, or rows of 44. */
const GRIDS = record({
  columns: integer({ min: 1, max: 6 }),
  gap: nat(20),
  count: integer({ min: 1, max: 60 }),
  isReversed: boolean(),
});

function draw(
  { columns, gap, isReversed = false }: { columns: number; gap: number; isReversed?: boolean },
  places: readonly number[],
  scrolled = 0,
): readonly DrawnCell[] {
  const columnOf = (index: number): number => (isReversed ? columns - 1 - (index % columns) : index % columns);
  return places.map((index) => ({
    index,
    rect: {
      left: 7 + columnOf(index) * (100 + gap),
      top: 40 - scrolled + Math.floor(index / columns) * (80 + gap),
      width: 100,
      height: 80,
    },
  }));
}

test('a frame holds the cells it touches, and no others', () => {
  const coordinate = integer({ min: -50, max: 900 });
  assert(
    property(GRIDS, coordinate, coordinate, coordinate, coordinate, (grid, x1, x2, y1, y2) => {
      const { count } = grid;
      // A line that is not whole tells where it begins only by what stands in it.
      pre(!grid.isReversed || count >= grid.columns);
      const all = draw(
        grid,
        Array.from({ length: count }, (_, index) => index),
      );
      const geometry = measureCells(all) as GridGeometry;
      const box = { left: Math.min(x1, x2), right: Math.max(x1, x2), top: Math.min(y1, y2), bottom: Math.max(y1, y2) };
      const places = cellsInBox(geometry, box, count).flatMap(([from, to]) =>
        Array.from({ length: to - from }, (_, index) => from + index),
      );
      const wanted = all.flatMap(({ index, rect }) => {
        const [left, top] = [rect.left - geometry.left, rect.top - geometry.top];
        const isIn =
          left < box.right && left + rect.width > box.left && top < box.bottom && top + rect.height > box.top;
        return isIn ? [index] : [];
      });
      expect(places).toEqual(wanted);
    }),
  );
});

test('the corner is found from any lines in the middle, with the cell that has the keyboard far away', () => {
  assert(
    property(integer({ min: 1, max: 6 }), nat(20), nat(500), boolean(), (columns, gap, line, isFocusedFar) => {
      const places = Array.from({ length: columns * 3 }, (_, index) => line * columns + index);
      const drawn = draw({ columns, gap }, isFocusedFar ? [...places, 100_000 * columns] : places, line * 10);
      expect(measureCells(drawn)).toMatchObject({ columns, left: 7, top: 40 - line * 10, lineHeight: 80 + gap });
    }),
  );
});
