/** How the rows lie: `columns` to a line, so many whole lines on the screen. */
export interface RowsInView {
  readonly columns: number;
  readonly lines: number;
}

/** Where a key moves the keyboard in `count` rows; undefined when the key does not move it. */
export function moveIndex(
  key: string,
  index: number,
  count: number,
  { columns, lines }: RowsInView,
): number | undefined {
  if (count === 0) return undefined;
  const page = columns * Math.max(1, lines - 1);
  switch (key) {
    case 'ArrowDown':
      return index < 0 ? 0 : down(index, columns);
    case 'ArrowUp':
      return index < 0 ? count - 1 : up(index, columns);
    case 'ArrowRight':
      return columns === 1 ? undefined : Math.min(count - 1, index + 1);
    case 'ArrowLeft':
      return columns === 1 ? undefined : Math.max(0, index - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'PageDown':
      return down(Math.max(0, index), page);
    case 'PageUp':
      return up(Math.max(0, index), page);
    default:
      return undefined;
  }

  /** Stays in its column as long as there is a line; the last one may be shorter. */
  function down(from: number, by: number): number {
    const linesLeft = Math.floor((count - 1) / columns) - Math.floor(from / columns);
    return Math.min(count - 1, from + columns * Math.min(linesLeft, by / columns));
  }

  function up(from: number, by: number): number {
    return from - columns * Math.min(Math.floor(from / columns), by / columns);
  }
}
