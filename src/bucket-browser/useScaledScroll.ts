import type { Virtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';

type GridVirtualizer = Virtualizer<HTMLDivElement, Element>;

/** Browsers draw nothing below some height: Firefox 17.8 million pixels, Chromium 33.5 million. */
const MAX_HEIGHT = 15_000_000;

export interface ScaledScroll {
  /** Of the element that holds the rows. */
  readonly height: number;
  /** How far above its place in the whole list a row stands in that element, now. */
  readonly shift: number;
  readonly observeElementOffset: (
    instance: GridVirtualizer,
    tell: (offset: number, isScrolling: boolean) => void,
  ) => (() => void) | undefined;
  readonly scrollToFn: (offset: number, options: { behavior?: ScrollBehavior }, instance: GridVirtualizer) => void;
}

/**
 * Lets a list be taller than an element may be: a million rows. Up to the limit it scrolls as any other; above it, a
 * pixel of the scrollbar means more than one of the list, and rows are drawn where the scrollbar is.
 *
 * @param totalHeight pixels of all rows
 */
export function useScaledScroll(totalHeight: number): ScaledScroll {
  const height = Math.min(totalHeight, MAX_HEIGHT);
  const [shift, setShift] = useState(0);
  const total = useRef(totalHeight);
  useLayoutEffect(() => {
    total.current = totalHeight;
  }, [totalHeight]);

  const handlers = useMemo(() => {
    /** Pixels of the list for one of the scrollbar: both ends meet both ends. */
    const scaleOf = (element: HTMLElement): number => {
      const room = element.clientHeight;
      const scrollable = Math.min(total.current, MAX_HEIGHT) - room;
      return total.current <= MAX_HEIGHT || scrollable <= 0 ? 1 : (total.current - room) / scrollable;
    };
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
    return { observeElementOffset, scrollToFn };
  }, []);

  return { height, shift, ...handlers };
}
