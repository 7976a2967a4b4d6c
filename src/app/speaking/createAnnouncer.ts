import { createStore, type StoreApi } from 'zustand/vanilla';

export interface Announcements {
  /** Polite: progress and results. */
  readonly status: string;
  /** Assertive: errors. */
  readonly alert: string;
}

export interface Announcer {
  readonly store: StoreApi<Announcements>;
  readonly say: (message: string) => void;
  /** Errors come one per five seconds; what came meanwhile is told as a number. */
  readonly alert: (message: string) => void;
}

const QUIET_MS = 5000;

/** What screen readers are told. Drawn by `LiveRegions`, which is never remounted. */
export function createAnnouncer(options: {
  readonly setTimeout: (callback: () => void, delayMs: number) => unknown;
  readonly moreErrors: (count: number) => string;
}): Announcer {
  const store = createStore<Announcements>(() => ({ status: '', alert: '' }));
  let isQuiet = false;
  let held = 0;

  function speak(message: string): void {
    store.setState((state) => ({ alert: again(state.alert, message) }));
    isQuiet = true;
    options.setTimeout(() => {
      isQuiet = false;
      if (held === 0) return;
      const count = held;
      held = 0;
      speak(options.moreErrors(count));
    }, QUIET_MS);
  }

  return {
    store,
    say: (message) => store.setState((state) => ({ status: again(state.status, message) })),
    alert: (message) => {
      if (isQuiet) held += 1;
      else speak(message);
    },
  };
}

/** The same words twice are not a change, and would not be said: a trailing no-break space makes them one. */
function again(before: string, message: string): string {
  return before === message ? `${message}\u00A0` : message;
}
