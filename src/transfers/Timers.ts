/**
 * The time the engine lives by. Injected: tests turn the hands themselves, and `app` may tick in a worker, because
 * browsers slow the timers of hidden tabs.
 */
export interface Timers {
  /** Milliseconds since 1970 by this machine's clock; only differences and displayed times are used. */
  readonly now: () => number;
  readonly setTimeout: (callback: () => void, delayMs: number) => TimerHandle;
  readonly clearTimeout: (handle: TimerHandle) => void;
}

export type TimerHandle = number | object;

/** Resolves after `delayMs`, or rejects with the signal's reason. */
export function delay(timers: Timers, delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason as Error);
      return;
    }
    const onAbort = (): void => {
      timers.clearTimeout(handle);
      reject(signal.reason as Error);
    };
    const handle = timers.setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    }, delayMs);
    signal.addEventListener('abort', onAbort, { once: true });
  });
}
