import { compareKeys } from '#cos/compareKeys.ts';
import type { ObjectKey } from '#cos/objectKey.ts';

/** Which stretches of a listing are known. */
export interface KeyRanges {
  /** Everything behind `after` was seen, up to `upTo` and including it; to the end when that is undefined. */
  readonly add: (after: string, upTo: ObjectKey | undefined) => void;
  readonly covers: (key: ObjectKey) => boolean;
  readonly clear: () => void;
}

interface Range {
  readonly after: string;
  readonly upTo: ObjectKey | undefined;
}

/** Sorted stretches that do not touch: adding and asking cost a binary search. */
export function createKeyRanges(): KeyRanges {
  let ranges: Range[] = [];

  /** How many begin before `key`. */
  const countBefore = (key: string): number => {
    let low = 0;
    let high = ranges.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareKeys(ranges[middle]?.after ?? '', key) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return {
    add: (after, upTo) => {
      const at = countBefore(after);
      const previous = ranges[at - 1];
      const joins = previous !== undefined && reaches(previous, after);
      const start = joins ? at - 1 : at;
      let end = at;
      const merged = { after: joins ? previous.after : after, upTo: joins ? later(previous.upTo, upTo) : upTo };
      for (let next = ranges[end]; next !== undefined && reaches(merged, next.after); next = ranges[end]) {
        merged.upTo = later(merged.upTo, next.upTo);
        end += 1;
      }
      ranges.splice(start, end - start, merged);
    },
    covers: (key) => {
      const range = ranges[countBefore(key) - 1];
      return range !== undefined && reaches(range, key);
    },
    clear: () => {
      ranges = [];
    },
  };
}

function reaches({ upTo }: Range, key: string): boolean {
  return upTo === undefined || compareKeys(key, upTo) <= 0;
}

function later(a: ObjectKey | undefined, b: ObjectKey | undefined): ObjectKey | undefined {
  if (a === undefined || b === undefined) return undefined;
  return compareKeys(a, b) < 0 ? b : a;
}
