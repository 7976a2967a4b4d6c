/** What was measured while this many requests were under way. */
export interface LaneTrial {
  readonly lanes: number;
  readonly laneBytesPerSecond: number;
}

/** Browsers open six HTTP/1.1 connections to a host; more lanes mean the bucket's second name. */
export const FIRST_LANES = 6;
const WORTHWHILE_GROWTH = 1.08;
/** At most this much slower with more lanes: the limit is per connection, not the uplink. */
const SAME_SPEED = 0.85;

/**
 * How many lanes to try next; the same number or fewer means that the search is over.
 *
 * [Note: How many lanes] More lanes help where each connection is limited by itself, and only disturb others where the
 * uplink is full. So a transfer begins with the connections of one host; then all are tried, and kept if the total grows
 * by more than 8 %. Begun with four instead, 256 MiB on a far line took 7 % longer. After trouble the count climbs again
 * from where it fell to, and the second host is opened only when a lane is as fast among six as it was among fewer.
 */
export function nextLaneCount(now: LaneTrial, before: LaneTrial | undefined, most: number): number {
  if (before) {
    const growth = total(now) / total(before);
    if (now.lanes > before.lanes && growth <= WORTHWHILE_GROWTH) return before.lanes;
    const sameSpeed = now.laneBytesPerSecond >= before.laneBytesPerSecond * SAME_SPEED;
    if (now.lanes >= FIRST_LANES && !sameSpeed) return now.lanes;
  }
  return Math.min(stepUp(now.lanes), most);
}

function total({ lanes, laneBytesPerSecond }: LaneTrial): number {
  return lanes * laneBytesPerSecond;
}

function stepUp(lanes: number): number {
  if (lanes < FIRST_LANES) return Math.min(lanes * 2, FIRST_LANES);
  return Number.POSITIVE_INFINITY;
}
