/** A connection that may take this many bits per second is worth opening beside another. */
const WORTHWHILE = 20_000_000;

/** Over how many connections a limit is spread; each gets its even share, which COS then enforces. */
export function connectionsUnderLimit(bitsPerSecond: number, most: number): number {
  return Math.max(1, Math.min(most, Math.floor(bitsPerSecond / WORTHWHILE)));
}
