import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { TransferStoreState } from './createTransferStore.ts';
import type { TimerHandle, Timers } from './Timers.ts';

const TICK_MS = 1000;
const WINDOW_MS = 5000;
/** After a standstill it takes this much of movement to say how long the rest takes. */
const SURE_AFTER_MS = 2000;

/** Of all transfers together, averaged over the last five seconds. */
export interface TransferSpeed {
  /** 0 while unknown. */
  readonly bytesPerSecond: number;
  /** Until nothing is left to do; absent while nobody can say. */
  readonly secondsLeft?: number;
}

const UNKNOWN: TransferSpeed = { bytesPerSecond: 0 };

interface Sample {
  readonly at: number;
  readonly moved: number;
  /** What is off the list: moved, or given up. */
  readonly settled: number;
}

/**
 * How fast it goes, and how long it takes.
 *
 * [Note: A speed is told by the clock] A line that stalls raises no event, so a speed that is told with events would
 * stay on the screen at its last good value. This one is read off once a second while something is under way, and
 * falls to nothing when nothing moves. It counts what moved over all files: a thousand small ones have no speed each.
 * The time that is left goes by what leaves the list, in whatever way: ten thousand files that fail one after the other
 * move nothing, and are over soon all the same. It is counted from the moment something moved again: seconds in which
 * nothing did would make the first bytes after an outage look like a line that needs weeks.
 */
export function createTransferSpeed(options: {
  readonly store: StoreApi<TransferStoreState>;
  readonly timers: Timers;
}): StoreApi<TransferSpeed> {
  const { store, timers } = options;
  const speed = createStore<TransferSpeed>(() => UNKNOWN);
  let samples: Sample[] = [];
  let timer: TimerHandle | undefined;

  const sample = (): void => {
    const at = timers.now();
    const { movedBytes, droppedBytes, totalBytes, transferredBytes } = store.getState().totals;
    samples.push({ at, moved: movedBytes, settled: movedBytes + droppedBytes });
    const oldest = samples.findLastIndex((one) => at - one.at >= WINDOW_MS);
    if (oldest > 0) samples.splice(0, oldest);
    const [first] = samples;
    if (!first || at <= first.at) return;
    const bytesPerSecond = Math.round(((movedBytes - first.moved) * 1000) / (at - first.at));
    speed.setState({ bytesPerSecond, ...timeLeft(samples, totalBytes - transferredBytes) }, true);
  };
  const tick = (): void => {
    sample();
    timer = timers.setTimeout(tick, TICK_MS);
  };

  store.subscribe(({ totals: { counts } }) => {
    const isActive = counts.queued + counts.running + counts.waiting > 0;
    if (isActive && timer === undefined) tick();
    if (isActive || timer === undefined) return;
    timers.clearTimeout(timer);
    timer = undefined;
    samples = [];
    speed.setState(UNKNOWN, true);
  });
  return speed;
}

/** @param samples of at least two moments, oldest first */
function timeLeft(samples: readonly Sample[], bytesLeft: number): Pick<TransferSpeed, 'secondsLeft'> {
  const stoodFor = Math.max(0, samples.findIndex(({ settled }) => settled !== samples[0]?.settled) - 1);
  const [from, to] = [samples[stoodFor], samples.at(-1)];
  if (!from || !to || (stoodFor > 0 && to.at - from.at < SURE_AFTER_MS)) return {};
  const perSecond = ((to.settled - from.settled) * 1000) / (to.at - from.at);
  return perSecond < 1 ? {} : { secondsLeft: bytesLeft / perSecond };
}
