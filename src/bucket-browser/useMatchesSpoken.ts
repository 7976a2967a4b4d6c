import { useEffect } from 'react';
import type { RowWish } from '#listing/RowWish.ts';
import { useText } from '#text/useText.ts';
import { useAnnounce } from '#ui/useAnnounce.ts';

/** A word is typed to its end before anybody wants to hear what it finds. */
const PAUSE_MS = 700;

/** Says how many rows a search or a filter found, once both the person and the list have come to rest. */
export function useMatchesSpoken(wish: RowWish, matches: number, total: number, isSettled: boolean): void {
  const { t, formats } = useText();
  const announce = useAnnounce();
  const isNarrowed = wish.search.trim() !== '' || wish.filter !== undefined;
  const found = t.matchCount(formats.number(matches), formats.number(total));
  useEffect(() => {
    if (!isNarrowed || !isSettled) return undefined;
    const timer = setTimeout(() => announce(found), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [isNarrowed, isSettled, found, announce]);
}
