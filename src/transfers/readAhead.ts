import { createChanges } from './createChanges.ts';

/** Pages of something that takes time to find, found before they are asked for. */
export interface ReadAhead<T> {
  /** The next page; undefined after the last. Rejects with what the source threw, after the pages before that. */
  readonly next: () => Promise<T | undefined>;
  /** Nobody wants the rest. */
  readonly stop: () => void;
}

/** Reads at most `pages` ahead; `onRead` hears of each as it is found. */
export function readAhead<T>(source: AsyncIterable<T>, pages: number, onRead: (page: T) => void): ReadAhead<T> {
  const found: T[] = [];
  const changes = createChanges();
  const state: { end?: { readonly error?: unknown }; isStopped: boolean } = { isStopped: false };

  const read = async (): Promise<void> => {
    try {
      for await (const page of source) {
        onRead(page);
        found.push(page);
        changes.tell();
        while (found.length >= pages && !state.isStopped) await changes.next();
        if (state.isStopped) break;
      }
      state.end = {};
    } catch (error) {
      state.end = { error };
    }
    changes.tell();
  };
  void read();

  return {
    next: async () => {
      while (found.length === 0 && !state.end) await changes.next();
      const page = found.shift();
      changes.tell();
      if (page === undefined && state.end && 'error' in state.end) throw state.end.error;
      return page;
    },
    stop: () => {
      state.isStopped = true;
      changes.tell();
    },
  };
}
