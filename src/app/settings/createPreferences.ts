import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Remembered } from '#lib/createRemembered.ts';
import { parsePreferences } from './parsePreferences.ts';
import type { Preferences } from './Preferences.ts';

/** What the person wants; it outlives the page, and no secret is in it. */
export interface PreferenceKeeper {
  readonly store: StoreApi<Preferences>;
  /** `undefined` goes back to the usual. */
  readonly change: (part: { readonly [Name in keyof Preferences]: Preferences[Name] | undefined }) => void;
  /** Another tab has changed what is kept. */
  readonly follow: (kept: string | null) => void;
}

/** @param apply makes what is wanted happen: called at once, and after each change */
export function createPreferences(kept: Remembered, apply: (preferences: Preferences) => void): PreferenceKeeper {
  const store = createStore<Preferences>(() => parsePreferences(kept.read()));
  const take = (next: Preferences): void => {
    store.setState(next, true);
    apply(next);
  };
  apply(store.getState());
  return {
    store,
    change: (part) => {
      const next = parsePreferences(JSON.stringify({ ...store.getState(), ...part }));
      kept.write(Object.keys(next).length === 0 ? undefined : JSON.stringify(next));
      take(next);
    },
    follow: (text) => take(parsePreferences(text ?? undefined)),
  };
}
