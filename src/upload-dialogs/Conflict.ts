/** A file whose name is taken in the bucket, and what is known of both. */
export interface Conflict {
  /** The key it would be written to. */
  readonly id: string;
  /** Below the folder it was dropped on: `album/one.jpg`. */
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
