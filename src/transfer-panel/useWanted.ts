import { useEffect, useRef, type RefObject } from 'react';
import { useStore, type StoreApi } from 'zustand';

/** A row of the dock that somebody looks for. A new object for each wish, so that the same row can be asked for twice. */
export interface Wanted {
  readonly id: string;
}

/** The row that is looked for; `onWanted` makes room for it. */
export function useWanted(store: StoreApi<Wanted | undefined>, onWanted: () => void): Wanted | undefined {
  const wanted = useStore(store);
  const latest = useRef(onWanted);
  useEffect(() => {
    latest.current = onWanted;
  });
  useEffect(() => {
    if (wanted !== undefined) latest.current();
  }, [wanted]);
  return wanted;
}

/** Where a wish was granted already: a row that scrolls away and comes back does not take the keyboard again. */
const granted = new WeakSet<Wanted>();

/** Puts the keyboard on the row when it is the wanted one, also when it comes into the page only then. */
export function useFocusWhenWanted(row: RefObject<HTMLElement | null>, id: string, wanted: Wanted | undefined): void {
  useEffect(() => {
    if (wanted?.id !== id || granted.has(wanted)) return undefined;
    // After the dialog that asked has given the keyboard back to its opener.
    const timer = setTimeout(() => {
      granted.add(wanted);
      row.current?.focus();
      row.current?.scrollIntoView({ block: 'nearest' });
    }, 100);
    return () => clearTimeout(timer);
  }, [row, id, wanted]);
}
