import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ListView } from '#bucket-browser/ListView.ts';
import type { Remembered } from '#lib/createRemembered.ts';
import { isSamePlace, parsePlaces, type KnownPlace } from './createPlaceMemory.ts';

/** How each folder was looked at last. Names of folders only: it outlives the page, so no secret is in it. */
export interface ViewMemory {
  /** Folders shown as a grid, the one chosen last first; all others are lists. */
  readonly store: StoreApi<readonly KnownPlace[]>;
  remember(place: KnownPlace, view: ListView): void;
}

const KEPT = 200;

export function createViewMemory(kept: Remembered): ViewMemory {
  const store = createStore<readonly KnownPlace[]>(() => parsePlaces(kept.read()));
  return {
    store,
    remember(place, view) {
      const others = store.getState().filter((other) => !isSamePlace(other, place));
      const grids = view === 'grid' ? [place, ...others].slice(0, KEPT) : others;
      store.setState(grids, true);
      kept.write(
        grids.length === 0 ? undefined : JSON.stringify(grids.map((grid) => [grid.connectionId, grid.prefix])),
      );
    },
  };
}
