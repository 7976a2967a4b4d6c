import type { ServerClock } from '#credentials/ServerClock.ts';
import type { Finding } from '#lib/Finding.ts';

/** COS refuses what is more than 15 minutes off; a minute is still somebody's wristwatch. */
const NOTICED_SECONDS = 60;

/** This machine's clock against the bucket's. The app corrects the difference, so it is never worse than a warning. */
export function checkClock(clock: ServerClock, isKnown: boolean): Finding {
  const seconds = Math.round(clock.offsetMs / 1000);
  const isRight = Math.abs(seconds) <= NOTICED_SECONDS;
  // Where the bucket says nothing, the times in the keys still show a clock that is far off.
  if (!isKnown && isRight) return { check: 'clock', code: 'ClockUnknown', severity: 'unknown' };
  return {
    check: 'clock',
    code: isRight ? 'ClockRight' : 'ClockOff',
    severity: isRight ? 'good' : 'warning',
    facts: { seconds },
  };
}
