import { DELIMITER, type ObjectKey } from '#cos/objectKey.ts';
import type { Failure } from '#lib/Failure.ts';

export type OperationId = string;
/**
 * `trash`: a move into the trash, and `restore` one out of it; or, where versions are kept, the removal of the marks that
 * hide deleted objects. `bringBack` and `purge` are for what was deleted where versions are kept: it is seen again, or
 * nothing of it stays. `create`: an empty folder. `edit`, `access` and `restoreArchived` leave objects where they are:
 * what is said about them changes, who may read them, or they become readable.
 */
export type OperationKind =
  | 'copy'
  | 'move'
  | 'trash'
  | 'delete'
  | 'restore'
  | 'bringBack'
  | 'purge'
  | 'create'
  | 'edit'
  | 'access'
  | 'restoreArchived';

/** One thing to work on: an object, or everything below a prefix, which ends with `/`. */
export interface OperationRoot {
  readonly from: string;
  /** Of a copy or move: its new name, a prefix for a prefix. */
  readonly to?: string;
  /** Only the object that marks the folder, and nothing that is below it. */
  readonly isOnlyMarker?: boolean;
}

/** Not one object, but everything below a prefix. */
export function isWholeFolder({ from, isOnlyMarker }: OperationRoot): boolean {
  return from.endsWith(DELIMITER) && isOnlyMarker !== true;
}

/** How far it is. Objects, not bytes: the server moves those. */
export interface OperationCounts {
  /** Objects that are where they should be, or gone as they should be. */
  readonly done: number;
  /** Objects met so far; of all once `isTotal`. */
  readonly found: number;
  readonly isTotal: boolean;
  readonly failed: number;
  /** Originals of a move that were not deleted, because their copy could not be verified, or may lack what is hidden. */
  readonly kept: number;
  /** Of those kept: the bytes of the copy are verified; headers and metadata that this page cannot read may be missing. */
  readonly retold: number;
  /** Left where they were because their names are taken and the person said so. */
  readonly skipped: number;
  /** Between buckets that the server cannot copy between: bytes that went through this page. */
  readonly pageBytes: number;
  /** Of a copy or move: bytes of the objects met so far. */
  readonly foundBytes: number;
}

export const NO_COUNTS: OperationCounts = {
  done: 0,
  found: 0,
  isTotal: false,
  failed: 0,
  kept: 0,
  retold: 0,
  skipped: 0,
  pageBytes: 0,
  foundBytes: 0,
};

/** A status carries exactly what is true in it. Changed only by `operationReducer`. */
export type OperationState =
  | { readonly status: 'running'; readonly counts: OperationCounts }
  | {
      readonly status: 'waiting';
      readonly reason: OperationWait['reason'];
      readonly until?: Date;
      readonly attempt?: number;
      readonly failure?: Failure;
      readonly counts: OperationCounts;
    }
  /** `earlier`: found in the journal, begun by a page that is gone. */
  | { readonly status: 'paused'; readonly by: 'person' | 'earlier'; readonly counts: OperationCounts }
  | { readonly status: 'completed'; readonly counts: OperationCounts; readonly canUndo: boolean }
  /** Some objects, or the listing itself. What is done is done; trying again does the rest. */
  | { readonly status: 'failed'; readonly failure: Failure; readonly counts: OperationCounts }
  | { readonly status: 'cancelled'; readonly counts: OperationCounts };

/** Why nothing moves just now. The words are those of transfers. */
export interface OperationWait {
  /** `question`: the person is asked about names that are taken. */
  readonly reason: 'offline' | 'credentials' | 'retry' | 'host-down' | 'stalled' | 'other-tab' | 'question';
  readonly until?: Date;
  readonly attempt?: number;
  readonly failure?: Failure;
}

/** An object that could not be dealt with, and why. */
export interface OperationProblem {
  readonly key: ObjectKey;
  readonly failure: Failure;
}

/** One piece of server-side work, as everybody outside the engine sees it. */
export interface Operation {
  readonly id: OperationId;
  readonly kind: OperationKind;
  readonly connectionId: string;
  /** What a person calls it: the name of the one thing, or how many there are. */
  readonly name: string;
  readonly addedAt: Date;
  /** This takes back another one. */
  readonly isUndo: boolean;
  /** The first of those that failed; `state.counts.failed` says how many there are. */
  readonly problems: readonly OperationProblem[];
  readonly state: OperationState;
}

export function isOver({ status }: OperationState): boolean {
  return status === 'completed' || status === 'failed' || status === 'cancelled';
}
