import type { StoredObject } from '../objectStore.ts';
import type { Segment } from './StoreRecord.ts';

/** One state of a key: an object with its bytes, or the mark of a deletion, which has none. */
export interface HistoryEntry {
  readonly object: StoredObject;
  readonly segments: readonly Segment[];
  readonly isMarker: boolean;
}

/** Newest first. An empty one is a key that does not exist. */
export type KeyHistory = readonly HistoryEntry[];

/** A history after a change, and the bytes nobody refers to any more. */
export interface HistoryChange {
  readonly history: KeyHistory;
  readonly freed: readonly Segment[];
}

/** What COS calls a version that was written while no version ids were given out (COS documentation 31551). */
export const NULL_VERSION = 'null';

export function versionIdOf({ versionId = NULL_VERSION }: StoredObject): string {
  return versionId;
}

/**
 * A new state on top. It takes the place of the one with the same id: so a bucket that never kept versions, or does no
 * longer, has one `null` version, and the others stay.
 */
export function addVersion(history: KeyHistory, entry: HistoryEntry): HistoryChange {
  const { history: rest, freed } = removeVersion(history, versionIdOf(entry.object));
  return { history: [entry, ...rest], freed };
}

/** Without the state of this id. */
export function removeVersion(history: KeyHistory, versionId: string): HistoryChange {
  const isGone = ({ object }: HistoryEntry): boolean => versionIdOf(object) === versionId;
  return {
    history: history.filter((entry) => !isGone(entry)),
    freed: history.filter(isGone).flatMap((entry) => entry.segments),
  };
}
