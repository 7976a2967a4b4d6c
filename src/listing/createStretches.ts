import { compareKeys } from '#cos/compareKeys.ts';
import type { ObjectColumns } from '#cos/ObjectColumns.ts';
import { createAlphabet } from './createAlphabet.ts';
import { endOfShared, middleOf, remainingShare, sharedPrefix } from './keySpace.ts';
import { nameInBlock } from './RowBlock.ts';

/** A part of the names that one lane is listing. Names are behind the prefix. */
export interface OpenStretch {
  readonly isFirst: boolean;
  /** Listed up to here; the marker of the next page. */
  readonly at: string;
  /** Ours up to here and including it; undefined: to the end. Comes nearer when others take a part. */
  readonly high: string | undefined;
  readonly isDone: boolean;
}

/** Divides the names of a prefix among lanes, each to exactly one. */
export interface Stretches {
  readonly first: OpenStretch;
  /** A page of this stretch has come. */
  listed(stretch: OpenStretch, rows: ObjectColumns, nextMarker: string | undefined): void;
  /** Takes a part of what has most left; undefined when nothing is worth it. */
  split(): OpenStretch | undefined;
}

interface MutableStretch extends OpenStretch {
  at: string;
  high: string | undefined;
  isDone: boolean;
  /** First and last name seen. */
  firstName: string | undefined;
  seen: number;
  splits: number;
}

/** Below this many rows to come, a request more would not pay. */
export const WORTH_ROWS = 1500;

/**
 * @param avoids a character that no boundary may contain: a marker inside of a folder would name it twice
 * @param worthRows how many rows must probably be to come in what is divided
 */
export function createStretches(options: {
  readonly avoids: string | undefined;
  readonly worthRows: number;
}): Stretches {
  const { avoids, worthRows } = options;
  const alphabet = createAlphabet(avoids);
  const stretches: MutableStretch[] = [];

  function open(at: string, high: string | undefined): MutableStretch {
    const stretch: MutableStretch = {
      isFirst: stretches.length === 0,
      at,
      high,
      isDone: false,
      firstName: undefined,
      seen: 0,
      splits: 0,
    };
    stretches.push(stretch);
    return stretch;
  }

  /** A boundary must not lie inside of a folder; the place behind the folder will do as well. */
  const lowOf = ({ at }: MutableStretch): string =>
    avoids !== undefined && at.endsWith(avoids) ? at.slice(0, -1) + String.fromCharCode(avoids.charCodeAt(0) + 1) : at;

  function expected({ firstName, at, high, seen, isDone }: MutableStretch): number {
    return isDone || firstName === undefined ? 0 : seen * remainingShare(firstName, at, high, alphabet);
  }

  function boundaryIn(stretch: MutableStretch): string | undefined {
    const bounds = { low: lowOf(stretch), high: stretch.high };
    const byLetters = (): string | undefined => middleOf(bounds, alphabet);
    const byShared = (): string | undefined => endOfShared(bounds, sharedPrefix(stretch.firstName ?? '', stretch.at));
    const isTurned = stretch.splits % 2 === 1;
    const known = isTurned ? (byShared() ?? byLetters()) : (byLetters() ?? byShared());
    const name = known ?? middleOf(bounds, alphabet.anywhere);
    return name !== undefined && (avoids === undefined || !name.includes(avoids)) ? name : undefined;
  }

  return {
    first: open('', undefined),
    listed(given, rows, nextMarker) {
      const stretch = given as MutableStretch;
      if (rows.count > 0) {
        alphabet.learn(rows);
        // Folders and objects are apart; the first of either will do for an estimate.
        stretch.firstName ??= nameInBlock({ columns: rows }, 0);
      }
      stretch.seen += rows.count;
      stretch.splits = 0;
      if (nextMarker === undefined || (stretch.high !== undefined && compareKeys(nextMarker, stretch.high) >= 0)) {
        stretch.isDone = true;
        stretches.splice(stretches.indexOf(stretch), 1);
      } else {
        stretch.at = nextMarker;
      }
    },
    split() {
      const [best] = stretches
        .map((stretch) => [stretch, expected(stretch)] as const)
        .filter(([, rows]) => rows > worthRows)
        .toSorted(([, a], [, b]) => (a === b ? 0 : b - a));
      if (best === undefined) return undefined;
      const [stretch] = best;
      const boundary = boundaryIn(stretch);
      if (boundary === undefined) return undefined;
      const right = open(boundary, stretch.high);
      stretch.high = boundary;
      stretch.splits += 1;
      return right;
    },
  };
}
