/** What an upload of only what changed would do. */
export interface UploadPlan<Source> {
  readonly changes: readonly PlannedChange<Source>[];
  /** Empty folders the bucket does not have, below the folder they go into; each ends with `/`. */
  readonly newFolders: readonly string[];
  /** Files that could not be read; nothing is known of them. */
  readonly unreadable: readonly string[];
  /** System files that are left out. */
  readonly junk: number;
}

export interface PlannedChange<Source> {
  /** Below the folder it goes into: `album/one.jpg`. */
  readonly name: string;
  readonly kind: ChangeKind;
  /** How it was judged; absent where the names alone tell. */
  readonly judgedBy?: 'size' | 'checksum' | 'time';
  readonly sizeBytes: number;
  /** What would be sent; absent for what is only in the bucket. */
  readonly source?: Source;
}

/** `extra`: only in the bucket. It stays there: nothing is ever deleted. */
export type ChangeKind = 'new' | 'changed' | 'same' | 'extra';

export interface PlanProgress {
  readonly filesFound: number;
  readonly objectsListed: number;
  /** Files of the same size as their object: those whose contents tell. */
  readonly toCompare: number;
  readonly compared: number;
}
