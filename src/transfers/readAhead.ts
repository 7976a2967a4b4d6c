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
  let end: { readonly error?: unknown } | undefined;
  let isStopped = false;
  let wakeReader = (): void => undefined;
  let wakeSource = (): void => undefined;

  const read = async (): Promise<void> => {
    try {
      for await (const page of source) {
        onRead(page);
        found.push(page);
        wakeReader();
        while (found.length >= pages && !isStopped) {
          await new Promise<void>((resolve) => {
            wakeSource = resolve;
          });
        }
        if (isStopped) break;
      }
      end = {};
    } catch (error) {
      end = { error };
    }
    wakeReader();
  };
  void read();

  return {
    next: async () => {
      while (found.length === 0 && !end) {
        await new Promise<void>((resolve) => {
          wakeReader = resolve;
        });
      }
      const page = found.shift();
      wakeSource();
      if (page === undefined && end && 'error' in end) throw end.error;
      return page;
    },
    stop: () => {
      isStopped = true;
      wakeSource();
    },
  };
}
