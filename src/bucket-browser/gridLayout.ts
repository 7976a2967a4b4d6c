/** How the rows of a folder are placed: one to a line, or tiles side by side. All in CSS pixels. */
export interface GridLayout {
  /** Rows of the folder on one line. */
  readonly columns: number;
  /** From one line to the next. */
  readonly lineHeight: number;
  readonly tileWidth: number;
  readonly gap: number;
  /** Room around all tiles. */
  readonly padding: number;
}

export const TILE_HEIGHT = 190;
const GAP = 12;

export function listLayout(rowHeight: number, width: number): GridLayout {
  return { columns: 1, lineHeight: rowHeight, tileWidth: width, gap: 0, padding: 0 };
}

/** As many columns as are wide enough, which then share the width. */
export function tileLayout(width: number): GridLayout {
  const isNarrow = width < 560;
  const [minimum, padding] = isNarrow ? [140, 12] : [172, 16];
  const room = Math.max(0, width - 2 * padding);
  const columns = Math.max(1, Math.floor((room + GAP) / (minimum + GAP)));
  const tileWidth = Math.floor((room - GAP * (columns - 1)) / columns);
  return { columns, lineHeight: TILE_HEIGHT + GAP, tileWidth, gap: GAP, padding };
}

/** Left edge of a row, by its place in the list. */
export function leftOf(place: number, { columns, tileWidth, gap, padding }: GridLayout): number {
  return padding + (place % columns) * (tileWidth + gap);
}
