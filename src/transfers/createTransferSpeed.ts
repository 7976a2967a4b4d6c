import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { TransferStoreState } from './createTransferStore.ts';
import type { TimerHandle, Timers } from './Timers.ts';

const TICK_MS = 1000;
const WINDOW_MS = 5000;

/**
 * Bytes per second over all transfers, averaged over the last five seconds; 0 while unknown.
 *
 * [Note: A speed is told by the clock] A line that stalls raises no event, so a speed that is told with events would
 * stay on the screen at its last good value. This one is read off once a second while something is under way, and
 * falls to nothing when nothing moves. It counts what moved over all files: a thousand small ones have no speed each.
 */
export function createTransferSpeed(options: {
  readonly store: StoreApi<TransferStoreState>;
  readonly timers: Timers;
}): StoreApi<number> {
  const { store, timers } = options;
  const speed = createStore<number>(() => 0);
  let samples: { readonly at: number; readonly bytes: number }[] = [];
  let timer: TimerHandle | undefined;

  const sample = (): void => {
    const at = timers.now();
    const bytes = store.getState().totals.movedBytes;
    samples.push({ at, bytes });
    const oldest = samples.findLastIndex((one) => at - one.at >= WINDOW_MS);
    if (oldest > 0) samples.splice(0, oldest);
    const [first] = samples;
    if (first && at > first.at) speed.setState(Math.round(((bytes - first.bytes) * 1000) / (at - first.at)), true);
  };
  const tick = (): void => {
    sample();
    timer = timers.setTimeout(tick, TICK_MS);
  };

  store.subscribe(({ totals: { counts } }) => {
    const isActive = counts.running + counts.waiting > 0;
    if (isActive && timer === undefined) tick();
    if (isActive || timer === undefined) return;
    timers.clearTimeout(timer);
    timer = undefined;
    samples = [];
    speed.setState(0, true);
  });
  return speed;
}
