import { breathe } from '#lib/breathe.ts';
import { BYTE_ORDER_MARK, csvLines } from '#lib/toCsv.ts';
import type { ListingEntry } from './ListingEntry.ts';
import type { ListingIndex } from './ListingIndex.ts';

/** Names of the columns: the same in every language, because programs read them. */
const COLUMNS = ['key', 'type', 'bytes', 'modified', 'storage class', 'etag'] as const;
const ROWS_AT_ONCE = 4000;

/**
 * Rows of a listing as a CSV file (RFC 4180, UTF-8, safe from formulas), in the order given; times are ISO 8601 in UTC.
 * The browser keeps the finished pieces outside the page's memory, so that a million rows are never one string.
 *
 * @throws the signal's reason
 */
export async function listingCsv(
  index: Pick<ListingIndex, 'entryOf'>,
  rows: Int32Array,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<Blob> {
  const pieces: Blob[] = [new Blob([BYTE_ORDER_MARK + csvLines([COLUMNS])])];
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    signal?.throwIfAborted();
    const some = Array.from(rows.subarray(start, start + ROWS_AT_ONCE), (row) => cellsOf(index.entryOf(row)));
    pieces.push(new Blob([csvLines(some)]));
    // oxlint-disable-next-line no-await-in-loop -- the page draws and answers between two pieces
    await breathe();
  }
  return new Blob(pieces, { type: 'text/csv' });
}

function cellsOf(entry: ListingEntry): readonly string[] {
  if (entry.type === 'folder') return [entry.prefix, 'folder', '', '', '', ''];
  const { key, sizeBytes, lastModified, storageClass, etag } = entry;
  return [key, 'object', String(sizeBytes), lastModified.toISOString(), storageClass, etag];
}
