import { useRouter } from '@tanstack/react-router';
import { useRef } from 'react';
import { later } from '../later.ts';

/** Browsers allow a page about a hundred new addresses in half a minute; a word is typed faster. */
const TYPING_MS = 300;

/** Puts what is searched for into the page's address, once typing pauses. The way back does not walk the letters. */
export function useSearchInPlace(): (search: string) => void {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof later>>(undefined);
  return (search) => {
    const typedAt = router.state.location.search;
    clearTimeout(timer.current);
    timer.current = later(() => {
      const { q: _before, ...place } = router.state.location.search;
      // Who has moved on does not search there.
      if (place.c !== typedAt.c || place.p !== typedAt.p) return;
      void router.navigate({ to: '/', search: { ...place, ...(search === '' ? {} : { q: search }) }, replace: true });
    }, TYPING_MS);
  };
}
