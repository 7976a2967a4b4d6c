import type { ListingEntry } from '#listing/ListingEntry.ts';

/** One id per row: an object and a folder may share a name. */
export function rowId(entry: ListingEntry): string {
  return entry.type === 'folder' ? `folder:${entry.prefix}` : `object:${entry.key}`;
}
