/** How the lanes share what is left of a file. All in bytes; a lane's time is what it sends in that time. */
export interface LaneShares {
  readonly lanes: number;
  /** The most a part may hold. */
  readonly partBytes: number;
  /** The least a part may hold. */
  readonly leastBytes: number;
  /** What a part costs besides its bytes: its round trips. Default 0. */
  readonly overheadBytes?: number;
  /** Parts that are worth their round trips: the last one of a lane is halved down to this. Default: never halved. */
  readonly smallestBytes?: number;
  /** What lanes still have to do before they take another part; those not named are free. */
  readonly busyBytes?: readonly number[];
}

/** Sizes are multiples of this, so that tables are easy to read. */
export const GRAIN = 256 * 1024;
/** The level is found to about a byte; a lane must not have another part for that, nor a part another grain. */
const SLACK = 64;

/**
 * [Note: Lanes end together] A file is as fast as its last lane. So the lanes are thought to fill up to one level: what
 * is under way, what is left, and the round trips of the parts it is cut into. Each part is handed to the lane that is
 * free first, and takes of the way to that level an even piece that is not above the limit. Asked again whenever a part
 * is taken near the end, this also evens out lanes that turn out slower than others.
 *
 * The answer gives the size of one part after the other, in the order in which they are taken.
 */
export function createShares(leftBytes: number, shares: LaneShares): () => number {
  const { partBytes, leastBytes, overheadBytes = 0, smallestBytes = Number.POSITIVE_INFINITY } = shares;
  const busy = Array.from({ length: shares.lanes }, (_, lane) => shares.busyBytes?.[lane] ?? 0);
  const level = levelOf(leftBytes, busy, shares);
  return () => {
    const lane = busy.indexOf(Math.min(...busy));
    const { parts, bytes } = cut(level - (busy[lane] ?? 0), shares);
    const wanted = parts === 1 && bytes >= 2 * smallestBytes ? bytes / 2 : bytes;
    const whole = Math.min(Math.max(Math.ceil((wanted - SLACK) / GRAIN) * GRAIN, leastBytes), partBytes);
    busy[lane] = (busy[lane] ?? 0) + whole + overheadBytes;
    return whole;
  };
}

/** How a lane cuts the room it has, so that it sends as much as it can: in as few parts as hold it, or in full ones. */
function cut(room: number, { partBytes, leastBytes, overheadBytes = 0 }: LaneShares): { parts: number; bytes: number } {
  const full = Math.max(0, Math.floor(room / (partBytes + overheadBytes) + 1e-9));
  const even = room / (full + 1) - overheadBytes;
  const isWorthIt = even >= leastBytes && even * (full + 1) > full * partBytes + SLACK;
  return isWorthIt ? { parts: full + 1, bytes: even } : { parts: full, bytes: partBytes };
}

/** The lowest level at which the lanes together hold what is left. */
function levelOf(leftBytes: number, busy: readonly number[], shares: LaneShares): number {
  const held = (level: number): number =>
    busy.reduce((sum, bytes) => {
      const inLane = cut(level - bytes, shares);
      return sum + inLane.parts * inLane.bytes;
    }, 0);
  let low = Math.min(...busy);
  let high = low + leftBytes + shares.leastBytes + (shares.overheadBytes ?? 0);
  while (held(high) < leftBytes) high += high - low;
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (held(middle) < leftBytes) low = middle;
    else high = middle;
  }
  return high;
}
