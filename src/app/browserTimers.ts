import type { Timers } from '#transfers/Timers.ts';
import { later } from './later.ts';

/** The browser's own clock and timers, for the engines. */
export const browserTimers: Timers = {
  now: () => Date.now(),
  setTimeout: later,
  clearTimeout: (handle) => clearTimeout(handle as number),
};
