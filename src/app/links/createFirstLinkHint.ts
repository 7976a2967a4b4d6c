import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Remembered } from '#lib/createRemembered.ts';

/** Whether this person still has to find out that what is uploaded can be handed out by a link. */
export interface FirstLinkHint {
  readonly isWanted: StoreApi<boolean>;
  /** They know now, or do not want to: it never comes again. */
  readonly done: () => void;
}

/** @param madeLinks the list of links made in this browser: whoever has one needs no hint */
export function createFirstLinkHint(kept: Remembered, madeLinks: Remembered): FirstLinkHint {
  const isWanted = createStore<boolean>(() => kept.read() === undefined && madeLinks.read() === undefined);
  return {
    isWanted,
    done: () => {
      if (!isWanted.getState()) return;
      isWanted.setState(false, true);
      kept.write('done');
    },
  };
}
