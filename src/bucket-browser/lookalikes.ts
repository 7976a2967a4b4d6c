import type { ListingEntry } from '#listing/ListingEntry.ts';
import { rowId } from './rowId.ts';

/** Rows whose name differs from another only in how Unicode composes its letters: they look the same. */
export function lookalikes(entries: readonly ListingEntry[]): ReadonlySet<string> {
  const firstOf = new Map<string, ListingEntry>();
  const found = new Set<string>();
  for (const entry of entries) {
    const form = `${entry.type}:${entry.name.normalize('NFC')}`;
    const first = firstOf.get(form);
    if (first === undefined) firstOf.set(form, entry);
    else {
      found.add(rowId(first));
      found.add(rowId(entry));
    }
  }
  return found;
}
