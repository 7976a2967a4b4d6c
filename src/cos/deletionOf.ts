import type { ObjectVersion } from './CosObject.ts';
import type { KeyHistory } from './historiesBelow.ts';
import type { ObjectKey } from './objectKey.ts';

/** An object that was deleted where versions are kept: it is hidden and not gone. */
export interface Deletion {
  readonly key: ObjectKey;
  /** When it went. */
  readonly deletedAt: Date;
  /** Version ids of the marks that hide it, newest first: deleting it twice puts two on it. */
  readonly marks: readonly string[];
  /** What is seen again once they are removed; absent when no version is left behind them. */
  readonly before?: Extract<ObjectVersion, { isDeleteMarker: false }>;
  /** Everything that is kept of it, newest first. */
  readonly versionIds: readonly string[];
}

/** Undefined for an object that is there. */
export function deletionOf({ key, versions }: KeyHistory): Deletion | undefined {
  const behind = versions.findIndex(({ isDeleteMarker }) => !isDeleteMarker);
  const marks = behind < 0 ? versions : versions.slice(0, behind);
  const first = marks.at(-1);
  if (first === undefined || marks[0]?.isLatest !== true) return undefined;
  const before = versions[behind];
  return {
    key,
    deletedAt: first.lastModified,
    marks: marks.map(({ versionId }) => versionId),
    ...(before === undefined || before.isDeleteMarker ? {} : { before }),
    versionIds: versions.map(({ versionId }) => versionId),
  };
}
