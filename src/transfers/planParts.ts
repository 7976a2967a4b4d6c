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
  /** Smaller parts than this are not worth their round trips; towards the end they shrink to it. Whole MiB. */
  readonly smallestBytes?: number;
  /** Another size for the first parts of the file, whole MiB. */
  readonly first?: { readonly count: number; readonly bytes: number };
}

/**
 * Cuts a file into parts. The result is a table, and sizes change along it: nobody derives an offset from a part size.
 *
 * [Note: Part sizes along the file] The first parts are small, because nobody knows the line yet and their answers
 * tell. The rest is cut into whole rounds of one size, so that lanes of one speed end together: with 16 MiB for as long
 * as it lasts, one lane of six would send the last 4 MiB while five have nothing to do. Lanes differ, though, so where
 * parts last long enough, each takes its lane's share of what is left once that is less, down to the smallest. COS's
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
  const { lanes, first } = shape;
  let even: number | undefined;
  for (let start = kept.at(-1)?.end ?? 0; start < sizeBytes;) {
    const rest = sizeBytes - start;
    const isFirst = first !== undefined && parts.length < first.count;
    if (!isFirst) even ??= evenBytes(rest, shape);
    const wanted =
      even === undefined ? (first?.bytes ?? MIB) : Math.max(smallestBytes(even, shape), ceilToMib(rest / lanes));
    const least = ceilToMib(rest / (MAX_PARTS - parts.length));
    const end = Math.min(start + Math.max(Math.min(wanted, even ?? wanted), least), sizeBytes);
    parts.push({ partNumber: parts.length + 1, start, end });
    start = end;
  }
  return parts;
}

/** The size at which so many bytes fill all lanes in as few rounds as the wanted size would take. */
function evenBytes(bytes: number, { lanes, partBytes }: PartShape): number {
  const rounds = Math.ceil(bytes / (lanes * partBytes));
  return ceilToMib(bytes / (lanes * rounds));
}

/**
 * Without a better figure a quarter of the others. Above a half of them parts do not shrink at all: they would only leave
 * one too many, for which all other lanes wait.
 */
function smallestBytes(even: number, shape: PartShape): number {
  const smallest = shape.smallestBytes ?? Math.max(MIB, floorToMib(even / 4));
  return smallest > even / 2 ? even : smallest;
}

/** Up to the next whole MiB: rounding down would need part 10,001. */
function ceilToMib(bytes: number): number {
  return Math.ceil(bytes / MIB) * MIB;
}

function floorToMib(bytes: number): number {
  return Math.floor(bytes / MIB) * MIB;
}
