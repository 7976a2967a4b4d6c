import { useSecond } from './useSecond.ts';

/** Whole seconds until `end` (ms) by the given clock, counted down; 0 once it is over. */
export function useCountdown(end: number, now: () => number): number {
  useSecond();
  return Math.max(0, Math.floor((end - now()) / 1000));
}
