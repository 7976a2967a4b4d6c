import { DELIMITER, parentPrefix, type Prefix } from '#cos/objectKey.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import { nameElsewhere } from '#listing/nameElsewhere.ts';
import type { OperationRoot } from '#operations/OperationState.ts';

/**
 * A row as what is worked on. In a list of all subfolders the object that marks a folder is a row of its own: that one
 * object is meant then, and nothing that is in the folder.
 */
export function rootOf(entry: ListingEntry): Pick<OperationRoot, 'from' | 'isOnlyMarker'> {
  if (entry.type === 'folder') return { from: entry.prefix };
  return { from: entry.key, ...(entry.key.endsWith(DELIMITER) ? { isOnlyMarker: true } : {}) };
}

/** Chosen rows as they are, with everything below the folders. */
export function rootsOf(entries: readonly ListingEntry[]): readonly OperationRoot[] {
  return entries.map(rootOf);
}

/** Chosen rows, put into another folder under their own names. */
export function rootsInto(target: Prefix, entries: readonly ListingEntry[]): readonly OperationRoot[] {
  return entries.map((entry) => ({
    ...rootOf(entry),
    to: target + nameElsewhere(entry),
  }));
}

/** One row under a new name, where it is. */
export function rootRenamed(entry: ListingEntry, prefix: Prefix, name: string): OperationRoot {
  const to = entry.type === 'folder' ? `${parentPrefix(entry.prefix)}${name}${DELIMITER}` : prefix + name;
  return { ...rootOf(entry), to };
}
