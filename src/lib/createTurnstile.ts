/** Lets so many pieces of work run at once, the others in the order they came. Settles as the work does. */
export type Turnstile = <T>(work: () => Promise<T>, signal?: AbortSignal) => Promise<T>;

/** Work that is given up before its turn never begins, and rejects with the signal's reason at once. */
export function createTurnstile(atOnce: number): Turnstile {
  const waiting = new Set<() => void>();
  let running = 0;

  const enter = (signal: AbortSignal | undefined): Promise<void> =>
    new Promise((resolve, reject) => {
      if (running < atOnce) {
        running += 1;
        resolve();
        return;
      }
      const onAbort = (): void => {
        waiting.delete(grant);
        reject(signal?.reason as Error);
      };
      const grant = (): void => {
        waiting.delete(grant);
        signal?.removeEventListener('abort', onAbort);
        resolve();
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      waiting.add(grant);
    });

  const leave = (): void => {
    const [next] = waiting;
    // The place is handed on, so that nobody slips in between.
    if (next) next();
    else running -= 1;
  };

  return async (work, signal) => {
    signal?.throwIfAborted();
    await enter(signal);
    try {
      return await work();
    } finally {
      leave();
    }
  };
}
