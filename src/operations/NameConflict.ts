import type { ListedObject } from '#cos/CosObject.ts';
import type { ObjectKey } from '#cos/objectKey.ts';

/** An object that would get a name which another one has. */
export interface NameConflict {
  /** The taken name. */
  readonly to: ObjectKey;
  /** Below the folder things are put into: `album/one.jpg`. */
  readonly name: string;
  readonly incoming: ConflictSide;
  readonly existing: ConflictSide;
  /** `unknown`: of one size, and no checksum to compare. Equal contents are no conflict: nothing would be lost. */
  readonly contents: 'different' | 'unknown';
}

export type ConflictSide = Pick<ListedObject, 'sizeBytes' | 'lastModified'>;

export type ConflictAnswer = 'replace' | 'keep-both' | 'skip';

/** Asks the person about taken names. */
export interface Questions {
  readonly begin: (
    connectionId: string,
    onAnswer: (keys: readonly ObjectKey[], answer: ConflictAnswer) => void,
  ) => QuestionBatch;
}

/** The questions of one operation. */
export interface QuestionBatch {
  readonly ask: (conflict: NameConflict) => void;
  /** Everything that could be asked was. */
  readonly end: () => void;
  /** The operation was stopped: nobody wants an answer any more. */
  readonly withdraw: () => void;
}
