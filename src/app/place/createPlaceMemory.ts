import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Prefix } from '#cos/objectKey.ts';
import type { Remembered } from '#lib/createRemembered.ts';

export interface KnownPlace {
  readonly connectionId: string;
  readonly prefix: Prefix;
}

export interface KnownPlaces {
  /** In the order they were added. */
  readonly favourites: readonly KnownPlace[];
  /** The last one first; nothing twice. */
  readonly recent: readonly KnownPlace[];
}

/** Where the person likes to be and where they were. Names of folders only: it outlives the page, so no secret is in it. */
export interface PlaceMemory {
  readonly store: StoreApi<KnownPlaces>;
  visit(place: KnownPlace): void;
  toggleFavourite(place: KnownPlace): void;
  forgetRecent(): void;
}

const RECENT_KEPT = 12;

export function isSamePlace(a: KnownPlace, b: KnownPlace): boolean {
  return a.connectionId === b.connectionId && a.prefix === b.prefix;
}

export function createPlaceMemory(kept: { readonly favourites: Remembered; readonly recent: Remembered }): PlaceMemory {
  const store = createStore<KnownPlaces>(() => ({
    favourites: parsePlaces(kept.favourites.read()),
    recent: parsePlaces(kept.recent.read()),
  }));
  const set = (name: keyof KnownPlaces, places: readonly KnownPlace[]): void => {
    store.setState({ [name]: places });
    const pairs = places.map(({ connectionId, prefix }) => [connectionId, prefix]);
    kept[name].write(pairs.length === 0 ? undefined : JSON.stringify(pairs));
  };

  return {
    store,
    visit(place) {
      set('recent', [place, ...without(store.getState().recent, place)].slice(0, RECENT_KEPT));
    },
    toggleFavourite(place) {
      const { favourites } = store.getState();
      const others = without(favourites, place);
      set('favourites', others.length < favourites.length ? others : [...favourites, place]);
    },
    forgetRecent: () => set('recent', []),
  };
}

function without(places: readonly KnownPlace[], place: KnownPlace): KnownPlace[] {
  return places.filter((other) => !isSamePlace(other, place));
}

/** Storage may hold anything: what is no list of two texts is left out. */
export function parsePlaces(text: string | undefined): KnownPlace[] {
  let pairs: unknown;
  try {
    pairs = JSON.parse(text ?? '[]');
  } catch {
    return [];
  }
  return (Array.isArray(pairs) ? pairs : []).flatMap((pair: unknown) => {
    const [connectionId, prefix] = Array.isArray(pair) ? (pair as unknown[]) : [];
    return typeof connectionId === 'string' && typeof prefix === 'string' ? [{ connectionId, prefix }] : [];
  });
}
