/** Rows in the order they are shown. Both directions are O(1): selection works on a million rows. */
export interface RowOrder {
  readonly rows: Int32Array;
  /** -1 when the row is not shown. */
  indexOf(row: number): number;
}

export function rowOrder(rows: Int32Array): RowOrder {
  let places: Int32Array | undefined;
  return {
    rows,
    indexOf: (row) => {
      places ??= placesOf(rows);
      return row < 0 ? -1 : (places[row] ?? 0) - 1;
    },
  };
}

/** One more than each row's place; 0 for rows that are not shown. */
function placesOf(rows: Int32Array): Int32Array {
  let last = -1;
  for (const row of rows) if (row > last) last = row;
  const places = new Int32Array(last + 1);
  for (let place = 0; place < rows.length; place += 1) places[rows[place] ?? 0] = place + 1;
  return places;
}
