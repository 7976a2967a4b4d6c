import { useCallback, type RefObject } from 'react';
import type { GridLayout } from './gridLayout.ts';
import type { ListView } from './ListView.ts';
import type { RowsInView } from './moveIndex.ts';
import { useGridLayout } from './useGridLayout.ts';
import { useScrolledLines } from './useScrolledLines.ts';

export interface GridLines {
  readonly layout: GridLayout;
  readonly inView: () => RowsInView;
  /** Of the element that holds the rows, in pixels. */
  readonly height: number;
  /** Rows to draw: their place in the order, and where their line begins in that element. */
  readonly visible: readonly { readonly place: number; readonly top: number }[];
  /** Scrolls as far as a row needs to be seen. */
  readonly showPlace: (place: number) => void;
}

/** As `--grid-head` in ui/tokens.css, in pixels. */
const headHeight = (): number => (matchMedia('(pointer: coarse)').matches ? 45 : 36);

/**
 * Which of `count` rows stand in the page, and where: lines of rows, of which only those in sight exist.
 *
 * @param focusedPlace stays in the page however far it is scrolled, so that focus is never lost; -1 for none
 */
export function useGridLines(
  gridRef: RefObject<HTMLDivElement | null>,
  view: ListView,
  count: number,
  focusedPlace: number,
): GridLines {
  const layout = useGridLayout(view, gridRef);
  const { columns, lineHeight, padding, gap } = layout;
  const lines = Math.ceil(count / columns);
  const focusedLine = Math.floor(focusedPlace / columns);
  const scrolled = useScrolledLines(gridRef, {
    lines,
    lineHeight,
    padding,
    // Rows are cheap and tiles are not: each asks for a picture.
    overscan: view === 'list' ? 10 : 1,
    totalHeight: lines * lineHeight - gap + 2 * padding,
    headHeight: headHeight(),
  });

  const { show, from, to } = scrolled;
  const showPlace = useCallback(
    (place: number) => {
      const start = padding + Math.floor(place / columns) * lineHeight;
      show(start, start + lineHeight - gap);
    },
    [show, columns, lineHeight, padding, gap],
  );

  const inSight = Array.from({ length: to - from }, (_, line) => from + line);
  if (focusedLine >= to && focusedLine < lines) inSight.push(focusedLine);
  if (focusedLine >= 0 && focusedLine < from) inSight.unshift(focusedLine);

  return {
    layout,
    inView: () => ({ columns, lines: Math.floor((gridRef.current?.clientHeight ?? 0) / lineHeight) }),
    height: scrolled.height,
    visible: inSight.flatMap((line) => {
      const first = line * columns;
      const places = Math.max(0, Math.min(columns, count - first));
      const top = padding + line * lineHeight - scrolled.shift;
      return Array.from({ length: places }, (_, column) => ({ place: first + column, top }));
    }),
    showPlace,
  };
}
