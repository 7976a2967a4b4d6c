/**
 * A page of a listing without an object per row: a million rows as objects take 879 MB, as columns about 70.
 * Common prefixes come first, then objects, each in the order COS sent them.
 */
export interface ObjectColumns {
  /** Common prefixes and objects together. */
  readonly count: number;
  /** How many of the first rows are common prefixes. */
  readonly folderCount: number;
  /** UTF-8 of what is left of each name behind the listed prefix, back to back; a common prefix keeps its delimiter. */
  readonly names: Uint8Array;
  /** Where each name ends in `names`. */
  readonly ends: Uint32Array;
  /** Bytes; 0 for common prefixes. */
  readonly sizes: Float64Array;
  /** Milliseconds since 1970; 0 for common prefixes. */
  readonly times: Float64Array;
  /** 16 bytes for each ETag that is an MD5, alone or with a part count behind it. */
  readonly md5s: Uint8Array;
  /** The part count behind the MD5; 0 when there is none. */
  readonly partCounts: Uint16Array;
  /** ETags of another form, by row. */
  readonly oddEtags: ReadonlyMap<number, string>;
  /** Index into `storageClasses`. */
  readonly classes: Uint8Array;
  readonly storageClasses: readonly string[];
}

/** A page in columns, and where the next one begins; absent on the last. */
export interface ListObjectColumnsOutput {
  readonly columns: ObjectColumns;
  readonly nextMarker?: string;
}
