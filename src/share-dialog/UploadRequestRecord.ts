/** An upload request as this browser remembers it: neither its link nor anything that could make it again. */
export interface UploadRequestRecord {
  readonly connectionId: string;
  /** Where its files are. */
  readonly prefix: string;
  /** The folder's name when it was made. */
  readonly title: string;
  readonly note: string;
  readonly expiresAt: Date;
}

/** What was found in the place of a request. */
export interface ArrivedFiles {
  readonly count: number;
  readonly bytes: number;
  /** There are more than were counted. */
  readonly isMore: boolean;
  readonly latest?: Date;
}
