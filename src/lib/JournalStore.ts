/** Parts of a key, from the general to the particular: `['part', uploadId, 3]`. */
export type JournalKey = readonly (string | number)[];

/**
 * Notes that outlive the page: plain data under ordered keys. Every method rejects with a `FailureError`
 * `StorageUnavailable` where the browser gives no room or no access. Reads see the writes that were begun before them.
 */
export interface JournalStore {
  readonly put: (key: JournalKey, value: unknown) => Promise<void>;
  /** Many at once: all of them or none. */
  readonly putAll: (entries: readonly JournalEntry[]) => Promise<void>;
  /** The record of this key and all whose key begins with it, in order. */
  readonly entries: (prefix: JournalKey) => Promise<readonly JournalEntry[]>;
  /** Removes the record of this key and all whose key begins with it. */
  readonly remove: (prefix: JournalKey) => Promise<void>;
  /** Removes the first in order of all whose key begins with this, until `most` are left. */
  readonly keepLast: (prefix: JournalKey, most: number) => Promise<void>;
}

export interface JournalEntry {
  readonly key: JournalKey;
  /** As it was written, by this version of the app or an older one: to be checked before it is used. */
  readonly value: unknown;
}
