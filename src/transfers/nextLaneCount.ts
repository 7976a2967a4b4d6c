/** What was measured while this many requests were under way. */
export interface LaneTrial {
  readonly lanes: number;
  readonly laneBytesPerSecond: number;
}

export const FIRST_LANES = 4;
/** Browsers open six HTTP/1.1 connections to a host; more lanes mean the bucket's second name. */
const LANES_PER_HOST = 6;
const WORTHWHILE_GROWTH = 1.08;
/** At most this much slower with more lanes: the limit is per connection, not the uplink. */
const SAME_SPEED = 0.85;

/**
 * How many lanes to try next; the same number or fewer means that the search is over.
 *
 * [Note: How many lanes] More lanes help where each connection is limited by itself, and only disturb others where the
 * uplink is full. So 4 are tried, then 6, then all; one step at a time, for as long as the total grows by more than
 * 8 %. The second host is opened only when a lane was as fast among six as among four.
 */
export function nextLaneCount(now: LaneTrial, before: LaneTrial | undefined, most: number): number {
  if (before) {
    const growth = total(now) / total(before);
    if (now.lanes > before.lanes && growth <= WORTHWHILE_GROWTH) return before.lanes;
    const sameSpeed = now.laneBytesPerSecond >= before.laneBytesPerSecond * SAME_SPEED;
    if (now.lanes >= LANES_PER_HOST && !sameSpeed) return now.lanes;
  }
  return Math.min(stepUp(now.lanes), most);
}

function total({ lanes, laneBytesPerSecond }: LaneTrial): number {
  return lanes * laneBytesPerSecond;
}

function stepUp(lanes: number): number {
  if (lanes < FIRST_LANES) return Math.min(lanes * 2, FIRST_LANES);
  return lanes < LANES_PER_HOST ? LANES_PER_HOST : Number.POSITIVE_INFINITY;
}
