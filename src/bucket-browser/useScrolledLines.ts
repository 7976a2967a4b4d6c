import { useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { linesInSight, type LineRange, type LineStack } from './linesInSight.ts';
import { drawnHeight, offsetToShow, scrollScale } from './scrollScale.ts';

export interface ScrolledLines extends LineRange {
  /** Of the element that holds the rows, in pixels. */
  readonly height: number;
  /** How far above its place in the whole list a row stands in that element, now. */
  readonly shift: number;
  /** Scrolls no further than it takes to see what lies between these pixels of the list. */
  readonly show: (start: number, end: number) => void;
}

export interface ScrolledLinesOptions extends LineStack {
  /** Pixels of all rows. */
  readonly totalHeight: number;
  /** Pixels of the head, which floats over the rows. */
  readonly headHeight: number;
}

interface View {
  /** Pixels of the list above what is seen. */
  readonly offset: number;
  readonly scrollTop: number;
  /** Pixels that can be seen of the list at once. */
  readonly room: number;
}

/**
 * Which lines stand in the page, for a list that may be taller than an element may be: a million rows. Up to the limit it
 * scrolls as any other; above it, a pixel of the scroll bar means more than one of the list, and rows are drawn where the
 * scroll bar is.
 */
export function useScrolledLines(
  gridRef: RefObject<HTMLElement | null>,
  { overscan, ...wanted }: ScrolledLinesOptions,
): ScrolledLines {
  const { totalHeight } = wanted;
  // What is in sight comes first, and what one may scroll to a moment later.
  const [hasShown, setHasShown] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setHasShown(true));
    return () => cancelAnimationFrame(frame);
  }, []);
  const options = { ...wanted, overscan: hasShown ? overscan : 0 };
  // The window is a good guess until the list is measured: then it is drawn once and not twice.
  const [view, setView] = useState<View>(() => ({ offset: 0, scrollTop: 0, room: window.innerHeight }));
  const latest = useRef({ options, view });
  useLayoutEffect(() => {
    latest.current = { options, view };
  });

  const { read, show } = useMemo(() => {
    const viewOf = ({ scrollTop, clientHeight }: HTMLElement): View => {
      const { options: now } = latest.current;
      const room = clientHeight - now.headHeight;
      return { offset: scrollTop * scrollScale(now.totalHeight, clientHeight), scrollTop, room };
    };
    return {
      /** What is seen now; nothing is drawn again while the same lines are. */
      read: (draw: (view: View) => void): void => {
        const grid = gridRef.current;
        if (grid === null) return;
        const { options: now, view: before } = latest.current;
        const after = viewOf(grid);
        if (isSame(look(now, before), look(now, after))) return;
        latest.current = { options: now, view: after };
        draw(after);
      },
      show: (start: number, end: number): void => {
        const grid = gridRef.current;
        if (grid === null) return;
        const { offset, room } = viewOf(grid);
        const scale = scrollScale(latest.current.options.totalHeight, grid.clientHeight);
        grid.scrollTo({ top: offsetToShow({ start, end }, offset, room) / scale });
      },
    };
  }, [gridRef]);

  // A list that grows has another scale by now; what is seen of it stays where it is.
  useLayoutEffect(() => {
    const grid = gridRef.current;
    const scale = grid === null ? 1 : scrollScale(totalHeight, grid.clientHeight);
    if (grid !== null && scale !== 1) grid.scrollTop = latest.current.view.offset / scale;
    read(setView);
  }, [gridRef, read, totalHeight]);
  useEffect(() => {
    const grid = gridRef.current;
    if (grid === null) return undefined;
    // At once: rows that were drawn a frame later would leave the list blank for that long.
    const onScroll = (): void => read((seen) => flushSync(() => setView(seen)));
    grid.addEventListener('scroll', onScroll, { passive: true });
    const observer = new ResizeObserver(() => read(setView));
    observer.observe(grid);
    return () => {
      observer.disconnect();
      grid.removeEventListener('scroll', onScroll);
    };
  }, [gridRef, read]);

  return { height: drawnHeight(totalHeight), ...look(options, view), show };
}

function look(
  options: ScrolledLinesOptions,
  { offset, scrollTop, room }: View,
): LineRange & { readonly shift: number } {
  return { ...linesInSight(options, offset, room), shift: offset - scrollTop };
}

function isSame(a: ReturnType<typeof look>, b: ReturnType<typeof look>): boolean {
  return a.from === b.from && a.to === b.to && a.shift === b.shift;
}
