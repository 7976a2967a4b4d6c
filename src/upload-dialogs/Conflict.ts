/** What wants the taken names: files of this machine, or objects that are copied or moved. */
export type ConflictSubject = 'files' | 'objects';

/** A file or object whose name is taken in the bucket, and what is known of both. */
export interface Conflict {
  /** The key it would be written to. */
  readonly id: string;
  /** Below the folder it is put into: `album/one.jpg`. */
  readonly name: string;
  readonly existing: ConflictSide;
  readonly incoming: ConflictSide;
  readonly contents: ContentsKnown;
}

export interface ConflictSide {
  readonly sizeBytes: number;
  readonly lastModified: Date;
}

/** `different`: by size or checksum. `unknown`: of one size, and nobody can tell. Only a checksum says `identical`. */
export type ContentsKnown = 'different' | 'comparing' | 'identical' | 'unknown';

export type ConflictAnswer = 'replace' | 'keep-both' | 'skip';
