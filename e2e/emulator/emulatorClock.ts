import { AsyncLocalStorage } from 'node:async_hooks';

/** Emulator time, and the past for objects that a test seeds with an age. */
export interface EmulatorClock {
  readonly now: () => number;
  setOffset(offsetMs: number): void;
  /** Everything `work` does happens at `at`, milliseconds since 1970. */
  at<Result>(at: number | undefined, work: () => Result): Result;
}

export function createEmulatorClock(initialOffsetMs: number): EmulatorClock {
  const seeding = new AsyncLocalStorage<number>();
  let offsetMs = initialOffsetMs;
  return {
    now: () => seeding.getStore() ?? Date.now() + offsetMs,
    setOffset: (milliseconds) => {
      offsetMs = milliseconds;
    },
    at: (at, work) => (at === undefined ? work() : seeding.run(at, work)),
  };
}
