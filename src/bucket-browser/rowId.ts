import type { ObjectKey, Prefix } from '#cos/objectKey.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';

/** One id per row: an object and a folder may share a name. */
export function rowId(entry: ListingEntry): string {
  return rowIdOf(entry);
}

/** The same for a row that may not be known yet. */
export function rowIdOf(row: { readonly key: ObjectKey } | { readonly prefix: Prefix }): string {
  return 'prefix' in row ? `folder:${row.prefix}` : `object:${row.key}`;
}
