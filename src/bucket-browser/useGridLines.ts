import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, type RefObject } from 'react';
import type { GridLayout } from './gridLayout.ts';
import type { ListView } from './ListView.ts';
import type { RowsInView } from './moveIndex.ts';
import { useGridLayout } from './useGridLayout.ts';
import { useScaledScroll } from './useScaledScroll.ts';

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

/** As in GridHead.module.css. */
const HEAD_HEIGHT = 36;

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
  const scaled = useScaledScroll(gridRef, lines * lineHeight - gap + 2 * padding, HEAD_HEIGHT);

  // oxlint-disable-next-line react/incompatible-library -- the React Compiler is off; see vite.config.ts
  const virtualizer = useVirtualizer({
    count: lines,
    getScrollElement: () => gridRef.current,
    estimateSize: () => lineHeight,
    scrollMargin: 0,
    paddingStart: padding,
    // Rows are cheap and tiles are not: each asks for a picture.
    overscan: view === 'list' ? 10 : 1,
    observeElementOffset: scaled.observeElementOffset,
    scrollToFn: scaled.scrollToFn,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      if (focusedLine >= 0 && focusedLine < lines && !indexes.includes(focusedLine)) indexes.push(focusedLine);
      return indexes;
    },
  });
  useEffect(() => virtualizer.measure(), [virtualizer, lineHeight, padding]);

  const { show } = scaled;
  const showPlace = useCallback(
    (place: number) => {
      const start = padding + Math.floor(place / columns) * lineHeight;
      show(start, start + lineHeight - gap);
    },
    [show, columns, lineHeight, padding, gap],
  );

  return {
    layout,
    inView: () => ({ columns, lines: Math.floor((gridRef.current?.clientHeight ?? 0) / lineHeight) }),
    height: scaled.height,
    visible: virtualizer.getVirtualItems().flatMap((line) => {
      const first = line.index * columns;
      const places = Math.max(0, Math.min(columns, count - first));
      return Array.from({ length: places }, (_, column) => ({
        place: first + column,
        top: line.start - scaled.shift,
      }));
    }),
    showPlace,
  };
}
