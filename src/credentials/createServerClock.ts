import type { ServerClock } from './ServerClock.ts';

/** `Date` headers count whole seconds; half of one is the best guess of the rest. */
const HALF_RESOLUTION_MS = 500;
/** Smaller differences are resolution and travel time, not a wrong clock. */
const TOLERANCE_MS = 2000;
/** Room left before the end of keys when that end is all we know about the time. */
const MARGIN_MS = 60_000;

export interface ServerClockOptions {
  /** This machine's clock, milliseconds since 1970. */
  readonly now?: () => number;
}

/**
 * [Note: The bucket's time] A computer's clock may be hours off, and signatures, links and countdowns are judged by the
 * bucket's. Its `Date` header (when the CORS rule exposes it) or `<ServerTime>` in a refusal sets the offset. The times in
 * keys only bound it, and only before the bucket was heard: an endpoint that caches keys tells an old start.
 */
export function createServerClock(options: ServerClockOptions = {}): Required<ServerClock> {
  const { now: machineTime = Date.now } = options;
  let offsetMs = 0;
  let isObserved = false;

  return {
    now: () => machineTime() + offsetMs,
    get offsetMs() {
      return offsetMs;
    },
    observe(serverTime) {
      const observed = serverTime.getTime() + HALF_RESOLUTION_MS - machineTime();
      if (Number.isNaN(observed)) return;
      if (Math.abs(observed - offsetMs) > TOLERANCE_MS) offsetMs = observed;
      isObserved = true;
    },
    bound(earliest, latest) {
      if (isObserved) return;
      const here = machineTime() + offsetMs;
      const isTooLate = here >= latest.getTime();
      const isTooEarly = earliest !== undefined && here < earliest.getTime() - TOLERANCE_MS;
      if (!isTooLate && !isTooEarly) return;
      const likely = earliest?.getTime() ?? latest.getTime() - MARGIN_MS;
      offsetMs = likely - machineTime();
    },
  };
}
