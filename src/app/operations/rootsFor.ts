import { DELIMITER, parentPrefix, type Prefix } from '#cos/objectKey.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import type { OperationRoot } from '#operations/OperationState.ts';

/** Chosen rows as they are, with everything below the folders. */
export function rootsOf(entries: readonly ListingEntry[]): readonly OperationRoot[] {
  return entries.map((entry) => ({ from: entry.type === 'folder' ? entry.prefix : entry.key }));
}

/** Chosen rows, put into another folder under their own names. */
export function rootsInto(target: Prefix, entries: readonly ListingEntry[]): readonly OperationRoot[] {
  return entries.map((entry) =>
    entry.type === 'folder'
      ? { from: entry.prefix, to: `${target}${entry.name}${DELIMITER}` }
      : { from: entry.key, to: target + entry.name },
  );
}

/** One row under a new name, where it is. */
export function rootRenamed(entry: ListingEntry, prefix: Prefix, name: string): OperationRoot {
  return entry.type === 'folder'
    ? { from: entry.prefix, to: `${parentPrefix(entry.prefix)}${name}${DELIMITER}` }
    : { from: entry.key, to: prefix + name };
}
