import { useSyncExternalStore } from 'react';
import { isCompact } from '#ui/density.ts';

// The same conditions as `--row` in ui/tokens.css and the narrow layout of the columns.
const TALL = '(pointer: coarse), (max-width: 760px)';

function subscribe(listener: () => void): () => void {
  const query = matchMedia(TALL);
  const density = new MutationObserver(listener);
  query.addEventListener('change', listener);
  density.observe(document.documentElement, { attributeFilter: ['data-density'] });
  return () => {
    query.removeEventListener('change', listener);
    density.disconnect();
  };
}

/** Height of a row in pixels; taller where fingers point or two lines are shown. */
export function useRowHeight(): number {
  return useSyncExternalStore(subscribe, () =>
    matchMedia(TALL).matches ? (isCompact() ? 48 : 56) : isCompact() ? 34 : 44,
  );
}
