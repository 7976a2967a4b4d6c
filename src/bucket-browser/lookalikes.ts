import type { ListingIndex } from '#listing/ListingIndex.ts';

/** Above this, comparing every name with every other costs more than a redraw may; no row is marked then. */
const MOST_ROWS = 10_000;

/** Rows whose name differs from another only in how Unicode composes its letters: they look the same. */
export function lookalikes(index: ListingIndex, rows: Int32Array): ReadonlySet<number> {
  const firstOf = new Map<string, number>();
  const found = new Set<number>();
  if (rows.length > MOST_ROWS) return found;
  for (const row of rows) {
    const form = `${index.isFolder(row) ? 'folder' : 'object'}:${index.nameOf(row).normalize('NFC')}`;
    const first = firstOf.get(form);
    if (first === undefined) firstOf.set(form, row);
    else {
      found.add(first);
      found.add(row);
    }
  }
  return found;
}
