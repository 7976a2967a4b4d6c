import { useSyncExternalStore } from 'react';

// The same conditions as `--row` in ui/tokens.css and the narrow layout of the columns.
const TALL = '(pointer: coarse), (max-width: 760px)';

function subscribe(listener: () => void): () => void {
  const query = matchMedia(TALL);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Height of a row in pixels; taller where fingers point or two lines are shown. */
export function useRowHeight(): number {
  return useSyncExternalStore(subscribe, () => (matchMedia(TALL).matches ? 56 : 44));
}
