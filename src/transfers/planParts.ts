import { FailureError } from '#lib/FailureError.ts';
import { createShares } from './createShares.ts';
import type { LaneShares } from './createShares.ts';

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

/** How a file is to be cut; sizes in whole MiB, what is about time as in `LaneShares`. */
export interface PartShape extends Omit<LaneShares, 'leastBytes'> {
  /** Another size for the first parts of the file. */
  readonly first?: { readonly count: number; readonly bytes: number };
}

/**
 * Cuts a file into parts. The result is a table, and sizes change along it: nobody derives an offset from a part size.
 *
 * [Note: Part sizes along the file] The first parts are small, because nobody knows the line yet and their answers
 * tell. The rest is cut so that the lanes end together (`[Note: Lanes end together]`). COS's limit of 10,000 parts
 * overrides that.
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
  const { first } = shape;
  let next: (() => number) | undefined;
  for (let start = kept.at(-1)?.end ?? 0; start < sizeBytes;) {
    const rest = sizeBytes - start;
    const isFirst = first !== undefined && parts.length < first.count;
    if (!isFirst) next ??= createShares(rest, { ...shape, leastBytes: MIB });
    const wanted = isFirst ? first.bytes : (next?.() ?? rest);
    // Up to the next whole MiB: rounding down would need part 10,001.
    const least = Math.ceil(rest / (MAX_PARTS - parts.length) / MIB) * MIB;
    const end = Math.min(start + Math.max(wanted, least), sizeBytes);
    parts.push({ partNumber: parts.length + 1, start, end });
    start = end;
  }
  return parts;
}
