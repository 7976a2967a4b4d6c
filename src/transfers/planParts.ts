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

/** How a file is to be cut. */
export interface PartShape {
  /** How many parts are sent at once. */
  readonly lanes: number;
  /** Whole MiB. */
  readonly partBytes: number;
  /** Another size for the first parts of the file, whole MiB. */
  readonly first?: { readonly count: number; readonly bytes: number };
}

/**
 * Cuts a file into parts. The result is a table, and sizes change along it: nobody derives an offset from a part size.
 *
 * [Note: Part sizes along the file] The first parts are small, because nobody knows the line yet and their answers
 * tell. Then parts of one size. When less is left than one more round of them, each part takes its lane's share of the
 * rest, so sizes shrink towards the end and the lanes finish together instead of waiting for the last big one. COS's
 * limit of 10,000 parts overrides all of that.
 *
 * Throws `FileTooLarge` (`facts.bytes`: the limit) above what COS can hold.
 */
export function planParts(sizeBytes: number, shape: PartShape): readonly PlannedPart[] {
  if (sizeBytes > MAX_OBJECT_BYTES) {
    throw new FailureError({
      kind: 'local',
      code: 'FileTooLarge',
      message: `${sizeBytes} bytes; an object holds at most ${MAX_OBJECT_BYTES}`,
      facts: { bytes: MAX_OBJECT_BYTES },
    });
  }
  return replanParts([], sizeBytes, shape);
}

/** The table with these parts as they are and the bytes after them cut anew. */
export function replanParts(kept: readonly PlannedPart[], sizeBytes: number, shape: PartShape): readonly PlannedPart[] {
  const parts = [...kept];
  for (let start = kept.at(-1)?.end ?? 0; start < sizeBytes;) {
    const rest = sizeBytes - start;
    const least = ceilToMib(rest / (MAX_PARTS - parts.length));
    const end = Math.min(start + Math.max(wanted(parts.length, rest, shape), least), sizeBytes);
    parts.push({ partNumber: parts.length + 1, start, end });
    start = end;
  }
  return parts;
}

/** The last parts are not cut smaller than this share of the others: each costs two round trips besides its bytes. */
const SMALLEST_SHARE = 4;

function wanted(index: number, restBytes: number, { lanes, partBytes, first }: PartShape): number {
  if (first && index < first.count) return first.bytes;
  const smallest = Math.max(MIB, floorToMib(partBytes / SMALLEST_SHARE));
  return Math.min(partBytes, Math.max(smallest, ceilToMib(restBytes / lanes)));
}

/** Up to the next whole MiB: rounding down would need part 10,001. */
function ceilToMib(bytes: number): number {
  return Math.ceil(bytes / MIB) * MIB;
}

function floorToMib(bytes: number): number {
  return Math.floor(bytes / MIB) * MIB;
}
