import { FailureError } from '#lib/FailureError.ts';

export const MIB = 1024 * 1024;
/** COS documentation 14518: at most 10,000 parts of 1 MB to 5 GB, hence objects up to 50,000 GB (48.82 TB). */
export const MAX_PARTS = 10_000;
export const MAX_OBJECT_BYTES = 50_000 * 1024 * MIB;

/** A slice of the file: bytes `start` up to, not including, `end`. */
export interface PlannedPart {
  /** From 1. */
  readonly partNumber: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts a file into parts. The result is a table: nobody derives an offset from a part size, so that a resumed
 * upload keeps the sizes it began with.
 *
 * [Note: How big a part is] Bigger parts cost less (1 MB parts take 2.5 times the CPU of 32 MB ones), but all parts
 * in flight are sent again after an outage. So together they hold at most 96 MiB or 3 % of the file, whichever is
 * more, and one part holds 4 to 16 MiB. Then the size is lowered until the last round is full: all lanes end
 * together. COS's limit of 10,000 parts overrides all of that.
 *
 * Throws `FileTooLarge` (`facts.bytes`: the limit) above what COS can hold.
 */
export function planParts(sizeBytes: number, lanes: number): readonly PlannedPart[] {
  if (sizeBytes > MAX_OBJECT_BYTES) {
    throw new FailureError({
      kind: 'local',
      code: 'FileTooLarge',
      message: `${sizeBytes} bytes; an object holds at most ${MAX_OBJECT_BYTES}`,
      facts: { bytes: MAX_OBJECT_BYTES },
    });
  }
  const partBytes = partSize(sizeBytes, lanes);
  const parts: PlannedPart[] = [];
  for (let start = 0; start < sizeBytes; start += partBytes) {
    parts.push({ partNumber: parts.length + 1, start, end: Math.min(start + partBytes, sizeBytes) });
  }
  return parts;
}

const LEAST_BYTES = 4 * MIB;
const MOST_BYTES = 16 * MIB;

function partSize(sizeBytes: number, lanes: number): number {
  const resendBound = Math.max(96 * MIB, sizeBytes * 0.03);
  const ceiling = Math.min(Math.max(Math.floor(resendBound / lanes / MIB) * MIB, LEAST_BYTES), MOST_BYTES);
  const rounds = Math.ceil(sizeBytes / (ceiling * lanes));
  const evenly = Math.max(ceilToMib(sizeBytes / (rounds * lanes)), LEAST_BYTES);
  return Math.max(evenly, ceilToMib(sizeBytes / MAX_PARTS));
}

/** Up to the next whole MiB: rounding down would need part 10,001. */
function ceilToMib(bytes: number): number {
  return Math.ceil(bytes / MIB) * MIB;
}
