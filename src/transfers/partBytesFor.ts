import { MIB } from './planParts.ts';

/** What is known about the line when a part size is chosen. */
export interface LineSpeed {
  /** What one lane carries while its body is under way. Absent while nothing was measured. */
  readonly laneBytesPerSecond?: number;
  /** One round trip. */
  readonly roundTripMs: number;
}

const TARGET_SECONDS = 4;
const LONGEST_SECONDS = 30;
const ROUND_TRIPS = 20;
/** A part that is over sooner than this spends too much of its time on its round trips. */
const SHORTEST_SECONDS = 1;
const MOST_BYTES = 64 * MIB;
const UNMEASURED_BYTES = 8 * MIB;
/** What may have to be sent again after all connections were cut: this, or 3 % of the file when that is more. */
const RESEND_BYTES = 96 * MIB;
const RESEND_SHARE = 0.03;

/**
 * Bytes of one part, in whole MiB.
 *
 * [Note: How big a part is] Every part costs two round trips and some work of both ends besides its bytes (1 MB parts
 * take 2.5 times the CPU of 32 MB ones), so a part should last: 4 s, or 20 round trips when those are longer, and
 * never more than 30 s. But all parts in flight are sent again after an outage, so together they hold at most 96 MiB
 * or 3 % of the file.
 */
export function partBytesFor(sizeBytes: number, lanes: number, line: LineSpeed): number {
  const seconds = Math.min(Math.max(TARGET_SECONDS, (ROUND_TRIPS * line.roundTripMs) / 1000), LONGEST_SECONDS);
  const wanted = line.laneBytesPerSecond === undefined ? UNMEASURED_BYTES : line.laneBytesPerSecond * seconds;
  const bound = Math.max(RESEND_BYTES, sizeBytes * RESEND_SHARE) / lanes;
  return Math.max(MIB, Math.floor(Math.min(wanted, bound, MOST_BYTES) / MIB) * MIB);
}

/** To what size parts may shrink towards the end of a file, whole MiB; undefined while nothing was measured. */
export function smallestPartBytes({ laneBytesPerSecond, roundTripMs }: LineSpeed): number | undefined {
  if (laneBytesPerSecond === undefined) return undefined;
  const seconds = Math.max(SHORTEST_SECONDS, (ROUND_TRIPS * roundTripMs) / 1000);
  return Math.max(MIB, Math.floor((laneBytesPerSecond * seconds) / MIB) * MIB);
}

/** What a lane could send during the round trips of one part: that of its preflight and that of its answer. */
export function overheadBytesOf({ laneBytesPerSecond, roundTripMs }: LineSpeed): number | undefined {
  return laneBytesPerSecond === undefined ? undefined : (laneBytesPerSecond * 2 * roundTripMs) / 1000;
}
