import type { Prefix } from '#cos/objectKey.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';

/** Rows that were picked up, by a cut, a copy or a drag, and where they are from. */
export interface Carried {
  readonly connectionId: string;
  /** The folder whose list they were in. */
  readonly prefix: Prefix;
  readonly entries: readonly ListingEntry[];
  /** A random name. It is all that leaves the page: the keys stay here, and a page that forges one names nothing. */
  readonly token: string;
}

/** What becomes of them where they are put. */
export type PutKind = 'move' | 'copy';

/** The exact key or prefix of a row. */
export function keyOf(entry: ListingEntry): string {
  return entry.type === 'folder' ? entry.prefix : entry.key;
}
