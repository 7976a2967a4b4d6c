/** A shared object as a row. */
export interface SharedRow {
  readonly key: string;
  /** The last name part. */
  readonly name: string;
  readonly sizeBytes: number;
}

/** The rows of one folder of a share. */
export interface SharedFolder {
  /** Below what is shared; `''` for what lies at the top, else it ends with `/`. */
  readonly path: string;
  readonly rows: readonly SharedRow[];
}
