import { baseName, DELIMITER } from '#cos/objectKey.ts';
import type { ListingEntry } from './ListingEntry.ts';

/**
 * What a row is called below a folder it is put into, with a folder's slash. The object that makes the listed folder
 * itself, which has no name in it, becomes one that makes a folder of the same name.
 */
export function nameElsewhere(entry: ListingEntry): string {
  if (entry.type === 'folder') return entry.name + DELIMITER;
  return entry.name === '' && entry.key.endsWith(DELIMITER) ? baseName(entry.key) + DELIMITER : entry.name;
}
