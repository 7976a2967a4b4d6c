/** One small wish of the person that outlives the page. */
export interface Remembered {
  readonly read: () => string | undefined;
  /** `undefined` forgets it. */
  readonly write: (value: string | undefined) => void;
}

/** Kept in localStorage under `name`; where storage is closed to us, it holds until the tab closes. */
export function createRemembered(name: string): Remembered {
  let value: string | undefined;
  try {
    value = localStorage.getItem(name) ?? undefined;
  } catch {
    // Private mode without storage.
  }
  return {
    read: () => value,
    write: (next) => {
      value = next;
      try {
        if (next === undefined) localStorage.removeItem(name);
        else localStorage.setItem(name, next);
      } catch {
        // As above.
      }
    },
  };
}
