import { useEffect, useRef } from 'react';
import { useAnnounce } from '#ui/useAnnounce.ts';

/** A range grows row by row; what is said is where it has come to rest. */
const PAUSE_MS = 500;

/** Says how many rows are chosen when another number is. One row in place of another is said by the row itself. */
export function useSelectionSpoken(count: number, words: string): void {
  const announce = useAnnounce();
  const spoken = useRef<number>(undefined);
  useEffect(() => {
    if (spoken.current === count) return undefined;
    const timer = setTimeout(() => {
      spoken.current = count;
      announce(words);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [count, words, announce]);
}
