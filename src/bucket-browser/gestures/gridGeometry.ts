/** Where the cells of a grid are: lines of one cell (a list) or of several (tiles), all of one size. */
export interface GridGeometry {
  readonly columns: number;
  /** From one line to the next, in pixels. */
  readonly lineHeight: number;
  /** From one cell of a line to the next, and the width of one. */
  readonly cellPitch: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** The first cell of a line is its rightmost, as where text runs from right to left. */
  readonly isReversed: boolean;
  /** The upper left corner of the first line of all, on the page, wherever that is scrolled to. */
  readonly left: number;
  readonly top: number;
}

/** A rectangle measured from that corner. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A cell that is drawn: its place in the list, and where it is on the page. */
export interface DrawnCell {
  readonly index: number;
  readonly rect: Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>;
}

/** Reads it off the cells that are drawn; undefined when none is. */
export function measureCells(cells: readonly DrawnCell[]): GridGeometry | undefined {
  const [first] = cells;
  if (first === undefined) return undefined;
  const lefts = [...new Set(cells.map(({ rect }) => rect.left))].toSorted((a, b) => a - b);
  const tops = [...new Set(cells.map(({ rect }) => rect.top))].toSorted((a, b) => a - b);
  const columns = lefts.length;
  const [left = 0, nextLeft = left + first.rect.width] = lefts;
  // The cell with the keyboard is drawn too, however far away: the nearest lines are neighbours.
  const steps = tops.slice(1).map((top, index) => top - (tops[index] ?? 0));
  const lineHeight = steps.length === 0 ? first.rect.height : Math.min(...steps);
  return {
    columns,
    lineHeight,
    cellPitch: nextLeft - left,
    cellWidth: first.rect.width,
    cellHeight: first.rect.height,
    isReversed: cells.some(({ index, rect }) => index % columns === 0 && rect.left !== left),
    left,
    top: first.rect.top - Math.floor(first.index / columns) * lineHeight,
  };
}

/**
 * The cells a box touches, as ranges of places (end not included): one for a list, one per line for tiles.
 *
 * @param count how many cells there are
 */
export function cellsInBox(geometry: GridGeometry, box: Box, count: number): readonly (readonly [number, number])[] {
  const { columns } = geometry;
  const lines = touched(box.top, box.bottom, geometry.lineHeight, geometry.cellHeight, Math.ceil(count / columns));
  const seen = touched(box.left, box.right, geometry.cellPitch, geometry.cellWidth, columns);
  const across =
    seen && geometry.isReversed ? { first: columns - 1 - seen.last, last: columns - 1 - seen.first } : seen;
  if (lines === undefined || across === undefined) return [];
  if (columns === 1) return [[lines.first, lines.last + 1]];
  const ranges: (readonly [number, number])[] = [];
  for (let line = lines.first; line <= lines.last; line += 1) {
    const from = line * columns + across.first;
    const to = Math.min(count, line * columns + across.last + 1);
    if (from < to) ranges.push([from, to]);
  }
  return ranges;
}

/** Of things of `size` that begin every `pitch` pixels, those a stretch touches. */
function touched(
  from: number,
  to: number,
  pitch: number,
  size: number,
  count: number,
): { readonly first: number; readonly last: number } | undefined {
  const first = Math.max(0, Math.floor((from - size) / pitch) + 1);
  const last = Math.min(count - 1, Math.ceil(to / pitch) - 1);
  return first <= last ? { first, last } : undefined;
}
