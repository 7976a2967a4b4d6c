import { FIRST_LANES, nextLaneCount } from './nextLaneCount.ts';
import type { LaneTrial } from './nextLaneCount.ts';
import type { LineSpeed } from './partBytesFor.ts';

/** How many parts of one connection are under way at once, by what their answers told. */
export interface Pace {
  readonly lanes: number;
  /** How many there may be before long; parts are cut so that this many are not too much to send again. */
  readonly mostLanes: number;
  /** Of the lanes that there are, when all files that send parts have as many. At least one. */
  readonly lanesPerFile: number;
  readonly line: LineSpeed;
  /** A file sends parts from now on, until the function that is answered is called. */
  readonly begin: () => () => void;
  /** Waits for a lane and resolves with what to tell about it. Rejects with the signal's reason. */
  readonly enter: (signal: AbortSignal) => Promise<PacedPart>;
  /** A request without a body took this long, its preflight included: what every part costs besides its bytes. */
  readonly observeEmptyRequest: (ms: number) => void;
}

/** One part on its way, through as many attempts as it takes. */
export interface PacedPart {
  /** An attempt has its connection and leaves now. */
  readonly started: () => void;
  readonly answered: (bytes: number) => void;
  /** The attempt ended without; `isOverload`: by a time-out or an answer that says "too much" (5xx, 429). */
  readonly failed: (isOverload: boolean) => void;
  readonly leave: () => void;
}

/** A line that was too noisy or too busy for more lanes is asked again after this long, then after twice as long. */
const SEARCH_AGAIN_MS = 20_000;

/** The search for the number of lanes (`[Note: How many lanes]`), and the queue before them. */
export function createPace(now: () => number, connections: number): Pace {
  const waiting = new Set<() => void>();
  let lanes = Math.min(FIRST_LANES, connections);
  let files = 0;
  let taken = 0;
  let active = 0;
  let emptyRequestMs: number | undefined;
  let laneBytesPerSecond: number | undefined;
  // The present trial
  let since = now();
  let rates: number[] = [];
  let mostActive = 0;
  let before: LaneTrial | undefined;
  let isSettled = lanes >= connections;
  let settledAt = now();
  let searchAgainMs = SEARCH_AGAIN_MS;
  /** How many answers tell enough about the present number of lanes. */
  let enough = Math.ceil(lanes / 2);

  const hand = (): void => {
    for (const grant of waiting) {
      if (taken >= lanes) return;
      grant();
    }
  };

  const change = (to: number): void => {
    lanes = Math.max(1, to);
    since = now();
    rates = [];
    enough = Math.ceil(lanes / 2);
    mostActive = active;
    hand();
  };

  const settle = (): void => {
    isSettled = true;
    settledAt = now();
  };

  const searchAgain = (): void => {
    searchAgainMs *= 2;
    before = undefined;
    isSettled = false;
    change(lanes);
    // Parts are cut for all lanes from here on, and those under way for fewer lanes should be gone before there are more.
    enough = lanes;
  };

  const judge = (): void => {
    const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
    // With one name only, the connections run out before the lanes do.
    if (mostActive < lanes) {
      searchAgainMs = Number.POSITIVE_INFINITY;
      settle();
      change(mostActive);
      return;
    }
    const trial = { lanes, laneBytesPerSecond: mean };
    const next = nextLaneCount(trial, before, connections);
    if (next <= lanes) settle();
    before = trial;
    change(next);
  };

  const measured = (bytes: number, startedAt: number): void => {
    const ms = now() - startedAt;
    if (ms <= 0) return;
    // Half of the time at least is the bytes': an estimate of the rest must not make a lane infinitely fast.
    const rate = (bytes * 1000) / Math.max(ms - (emptyRequestMs ?? 0), ms / 2);
    laneBytesPerSecond = laneBytesPerSecond === undefined ? rate : laneBytesPerSecond * 0.75 + rate * 0.25;
    const isFull = waiting.size > 0 || taken >= lanes;
    if (isSettled && lanes < connections && now() - settledAt >= searchAgainMs) searchAgain();
    if (isSettled || startedAt < since || !isFull) return;
    rates.push(rate);
    if (rates.length >= enough) judge();
  };

  const overloaded = (startedAt: number): void => {
    if (startedAt < since) return; // One burst of refusals counts once.
    before = undefined;
    isSettled = false;
    change(Math.floor(lanes / 2));
  };

  const part = (): PacedPart => {
    let startedAt: number | undefined;
    let isOver = false;
    const end = (): void => {
      if (startedAt !== undefined) active -= 1;
      startedAt = undefined;
    };
    return {
      started: () => {
        if (startedAt !== undefined) return;
        startedAt = now();
        active += 1;
        mostActive = Math.max(mostActive, active);
      },
      answered: (bytes) => {
        if (startedAt !== undefined) measured(bytes, startedAt);
        end();
      },
      failed: (isOverload) => {
        if (isOverload && startedAt !== undefined) overloaded(startedAt);
        end();
      },
      leave: () => {
        if (isOver) return;
        isOver = true;
        end();
        taken -= 1;
        hand();
      },
    };
  };

  return {
    get lanes() {
      return lanes;
    },
    get mostLanes() {
      return isSettled ? lanes : connections;
    },
    get lanesPerFile() {
      return Math.max(1, Math.floor(lanes / Math.max(1, files)));
    },
    get line() {
      const roundTripMs = (emptyRequestMs ?? 0) / 2;
      return { roundTripMs, ...(laneBytesPerSecond === undefined ? {} : { laneBytesPerSecond }) };
    },
    observeEmptyRequest: (ms) => {
      emptyRequestMs = Math.min(emptyRequestMs ?? ms, ms);
    },
    begin: () => {
      files += 1;
      let isOver = false;
      return () => {
        if (!isOver) files -= 1;
        isOver = true;
      };
    },
    enter: (signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) {
          reject(signal.reason as Error);
          return;
        }
        const onAbort = (): void => {
          waiting.delete(grant);
          reject(signal.reason as Error);
        };
        const grant = (): void => {
          waiting.delete(grant);
          signal.removeEventListener('abort', onAbort);
          taken += 1;
          resolve(part());
        };
        signal.addEventListener('abort', onAbort, { once: true });
        waiting.add(grant);
        hand();
      }),
  };
}
