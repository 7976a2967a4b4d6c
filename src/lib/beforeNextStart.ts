import { wait } from './wait.ts';

/** Pauses before code that did not come is asked for again, in milliseconds. */
const PAUSES_MS = [500, 1000, 2000, 4000, 8000];

/**
 * When a worker whose code did not come is to be started again: after a pause, or with the line where the browser knows
 * that there is none. Undefined after the last pause: it will not come.
 *
 * @param tries how often it was started again already
 */
export function beforeNextStart(tries: number): Promise<void> | undefined {
  const pauseMs = PAUSES_MS[tries];
  if (pauseMs === undefined) return undefined;
  if (navigator.onLine) return wait(pauseMs);
  return new Promise((resolve) => addEventListener('online', () => resolve(), { once: true }));
}
