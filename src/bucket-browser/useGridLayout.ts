import { useLayoutEffect, useState, type RefObject } from 'react';
import { listLayout, tileLayout, type GridLayout } from './gridLayout.ts';
import type { ListView } from './ListView.ts';
import { useRowHeight } from './useRowHeight.ts';

/** The layout of a view, at the width its element has now. */
export function useGridLayout(view: ListView, gridRef: RefObject<HTMLElement | null>): GridLayout {
  const rowHeight = useRowHeight();
  const [width, setWidth] = useState(0);
  const isGrid = view === 'grid';
  useLayoutEffect(() => {
    const grid = gridRef.current;
    // A list needs no width: it is not drawn again while somebody drags the window's edge.
    if (grid === null || !isGrid) return undefined;
    setWidth(grid.clientWidth);
    const observer = new ResizeObserver(() => setWidth(grid.clientWidth));
    observer.observe(grid);
    return () => observer.disconnect();
  }, [gridRef, isGrid]);
  return isGrid ? tileLayout(width) : listLayout(rowHeight, width);
}
