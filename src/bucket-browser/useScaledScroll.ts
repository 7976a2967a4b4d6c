import type { Virtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { drawnHeight, offsetToShow, scrollScale } from './scrollScale.ts';

type GridVirtualizer = Virtualizer<HTMLDivElement, Element>;

export interface ScaledScroll {
  /** Of the element that holds the rows. */
  readonly height: number;
  /** How far above its place in the whole list a row stands in that element, now. */
  readonly shift: number;
  readonly observeElementOffset: (
    instance: GridVirtualizer,
    tell: (offset: number, isScrolling: boolean) => void,
  ) => (() => void) | undefined;
  /** Scrolls no further than it takes to see what lies between these pixels of the list. */
  readonly show: (start: number, end: number) => void;
  readonly scrollToFn: (offset: number, options: { behavior?: ScrollBehavior }, instance: GridVirtualizer) => void;
}

/**
 * Lets a list be taller than an element may be: a million rows. Up to the limit it scrolls as any other; above it, a
 * pixel of the scrollbar means more than one of the list, and rows are drawn where the scrollbar is.
 *
 * @param totalHeight pixels of all rows
 * @param headHeight pixels of the head, which floats over the rows
 */
export function useScaledScroll(
  gridRef: RefObject<HTMLDivElement | null>,
  totalHeight: number,
  headHeight: number,
): ScaledScroll {
  const height = drawnHeight(totalHeight);
  const [shift, setShift] = useState(0);
  const total = useRef(totalHeight);
  useLayoutEffect(() => {
    total.current = totalHeight;
  }, [totalHeight]);

  const handlers = useMemo(() => {
    const scaleOf = ({ clientHeight }: HTMLElement): number => scrollScale(total.current, clientHeight);
    const observeElementOffset: ScaledScroll['observeElementOffset'] = ({ scrollElement }, tell) => {
      if (scrollElement === null) return undefined;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const read = (isScrolling: boolean): void => {
        const offset = scrollElement.scrollTop * scaleOf(scrollElement);
        setShift(offset - scrollElement.scrollTop);
        tell(offset, isScrolling);
      };
      const onScroll = (): void => {
        clearTimeout(timer);
        timer = setTimeout(() => read(false), 150);
        read(true);
      };
      read(false);
      scrollElement.addEventListener('scroll', onScroll, { passive: true });
      return () => {
        clearTimeout(timer);
        scrollElement.removeEventListener('scroll', onScroll);
      };
    };
    const scrollToFn: ScaledScroll['scrollToFn'] = (offset, { behavior }, { scrollElement }) => {
      if (scrollElement === null) return;
      scrollElement.scrollTo({ top: offset / scaleOf(scrollElement), ...(behavior === undefined ? {} : { behavior }) });
    };
    // Not the virtualizer's own: it holds the height of the element for that of the list, and knows nothing of the head.
    const show = (start: number, end: number): void => {
      const grid = gridRef.current;
      if (grid === null) return;
      const scale = scaleOf(grid);
      const offset = offsetToShow({ start, end }, grid.scrollTop * scale, grid.clientHeight - headHeight);
      grid.scrollTo({ top: offset / scale });
    };
    return { observeElementOffset, scrollToFn, show };
  }, [gridRef, headHeight]);

  return { height, shift, ...handlers };
}
