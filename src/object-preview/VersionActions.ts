import type { ObjectVersion } from '#cos/CosObject.ts';
import type { VersionMarker, VersionPage } from '#listing/versionsOf.ts';

/** A version with bytes, as opposed to the mark of a deletion. */
export type ReadableVersion = Extract<ObjectVersion, { isDeleteMarker: false }>;

/** What can be done with the versions of the object that is looked at. */
export interface VersionActions {
  readonly page: (after: VersionMarker | undefined, signal: AbortSignal) => Promise<VersionPage>;
  /** Look at it; undefined is the latest. */
  readonly view: (version: ReadableVersion | undefined) => void;
  readonly download: (version: ReadableVersion) => Promise<void>;
  readonly makeCurrent: (version: ReadableVersion) => Promise<void>;
  readonly remove: (version: ObjectVersion) => Promise<void>;
}
