/** A row that is drawn, and the element it is drawn in. */
export interface Drawn {
  readonly row: number;
  /** Names the element: React's key. */
  readonly slot: number;
}

/**
 * [Note: A row takes the place of another] To make the thirty elements of a screen of rows anew costs a slow machine more
 * than a frame; to write other words into them does not. So a row that comes takes the element of one that goes, but only
 * where both stand between the same neighbours: then no element moves, and the one with the keyboard, which always stays,
 * keeps it. A list that moves by a few rows, as by a wheel, has new ones at its end.
 *
 * @param before what was drawn until now, in its order
 * @param rows what is to be drawn, in its order
 */
export function reuseSlots(before: readonly Drawn[], rows: readonly number[]): readonly Drawn[] {
  const places = new Map(before.map(({ row }, place) => [row, place]));
  const staying = new Set(rows.filter((row) => places.has(row)));
  let fresh = before.reduce((next, { slot }) => Math.max(next, slot + 1), 0);
  let place = 0;
  return rows.map((row) => {
    const own = places.get(row);
    if (own !== undefined) {
      place = Math.max(place, own + 1);
      return { row, slot: before[own]?.slot ?? 0 };
    }
    const leaving = before[place];
    if (leaving === undefined || staying.has(leaving.row)) return { row, slot: fresh++ };
    place += 1;
    return { row, slot: leaving.slot };
  });
}
