import type { Timers } from '#transfers/Timers.ts';

/** The page's own clock and timers. */
export const pageTimers: Timers = {
  now: Date.now,
  setTimeout: (callback, delayMs) => window.setTimeout(callback, delayMs),
  clearTimeout: (handle) => window.clearTimeout(handle as number),
};
