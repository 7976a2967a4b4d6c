import { saveBlob } from '#files/saveBlob.ts';
import { safeFileName } from '#files/safeFileName.ts';
import { listingCsv } from '#listing/listingCsv.ts';
import type { ListingIndex } from '#listing/ListingIndex.ts';

/**
 * Saves shown rows as a CSV file named after the place.
 *
 * @param place what the folder is called
 */
export async function exportListing(index: ListingIndex, rows: Int32Array, place: string): Promise<void> {
  const day = new Date().toISOString().slice(0, 10);
  saveBlob(await listingCsv(index, rows), safeFileName(`${place} ${day}.csv`));
}
