/** Tells when the next bytes may pass so that, over time, no more than the rate passes. */
export interface Pacer {
  /** Books these bytes and says how many milliseconds to wait before they pass. */
  reserve(bytes: number): number;
}

/** How much idle time counts as credit: enough to make up for a timer that fired late. */
const CREDIT_MS = 20;

/** A token bucket that is all but empty at the start: every byte costs its time, and idle time is hardly saved up. */
export function createPacer(bytesPerSecond: number, now: () => number = () => performance.now()): Pacer {
  let freeAt = now();
  return {
    reserve: (bytes) => {
      const at = now();
      freeAt = Math.max(freeAt, at - CREDIT_MS) + (bytes / bytesPerSecond) * 1000;
      return freeAt - at;
    },
  };
}
