/** The parts of the page that could not be fetched. One of them speaks for all. */
const retries = new Map<string, () => void>();
const listeners = new Set<() => void>();

const tell = (): void => {
  for (const listener of listeners) listener();
};

export const lostParts = {
  /** Adds a part, with what fetches it again; the answer takes it out. */
  add: (id: string, retry: () => void): (() => void) => {
    retries.set(id, retry);
    tell();
    return () => {
      retries.delete(id);
      tell();
    };
  },
  /** Whose note is drawn. */
  speaker: (): string | undefined => retries.keys().next().value,
  retryAll: (): void => {
    for (const retry of retries.values()) retry();
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
