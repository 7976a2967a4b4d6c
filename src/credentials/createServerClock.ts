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
  /** A clock nobody can set, milliseconds, any zero. It may stand still while the machine sleeps. */
  readonly steady?: () => number;
}

/**
 * [Note: The bucket's time] A computer's clock may be hours off, and signatures, links and countdowns are judged by the
 * bucket's. Its `Date` header (when the CORS rule exposes it) or `<ServerTime>` in a refusal sets the offset. The times in
 * keys only bound it, and only before the bucket was heard: an endpoint that caches keys tells an old start.
 *
 * This machine's clock may also be set in the middle of things, which a steady clock beside it shows. Set back, time goes
 * on where it was. Set forward, it may as well have slept: what was heard is a guess from then on, and the next answer of
 * the bucket, or the next keys, put it right.
 */
export function createServerClock(options: ServerClockOptions = {}): Required<ServerClock> {
  const { now = Date.now, steady = () => performance.now() } = options;
  let offsetMs = 0;
  let isObserved = false;
  let machineMs = now();
  let steadyMs = steady();

  /** This machine's time, after a look at whether its clock was set since the last one. */
  const machineTime = (): number => {
    const [thenMs, thenSteadyMs] = [machineMs, steadyMs];
    machineMs = now();
    steadyMs = steady();
    const setByMs = machineMs - thenMs - (steadyMs - thenSteadyMs);
    if (Math.abs(setByMs) > TOLERANCE_MS) isObserved = false;
    if (setByMs < -TOLERANCE_MS) offsetMs -= setByMs;
    return machineMs;
  };

  return {
    now: () => machineTime() + offsetMs,
    get offsetMs() {
      machineTime();
      return offsetMs;
    },
    observe(serverTime) {
      const observed = serverTime.getTime() + HALF_RESOLUTION_MS - machineTime();
      if (Number.isNaN(observed)) return;
      if (Math.abs(observed - offsetMs) > TOLERANCE_MS) offsetMs = observed;
      isObserved = true;
    },
    bound(earliest, latest) {
      const hereMs = machineTime();
      if (isObserved) return;
      const here = hereMs + offsetMs;
      const isTooLate = here >= latest.getTime();
      const isTooEarly = earliest !== undefined && here < earliest.getTime() - TOLERANCE_MS;
      if (!isTooLate && !isTooEarly) return;
      const likely = earliest?.getTime() ?? latest.getTime() - MARGIN_MS;
      offsetMs = likely - hereMs;
    },
  };
}
