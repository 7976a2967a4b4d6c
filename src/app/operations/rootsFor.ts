import { DELIMITER, parentPrefix, type Prefix } from '#cos/objectKey.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import type { OperationRoot } from '#operations/OperationState.ts';
import { numberedKey } from '#transfers/numberedKey.ts';

/** Chosen rows, put into another folder under their own names. */
export function rootsInto(target: Prefix, entries: readonly ListingEntry[]): readonly OperationRoot[] {
  return entries.map((entry) =>
    entry.type === 'folder'
      ? { from: entry.prefix, to: `${target}${entry.name}${DELIMITER}` }
      : { from: entry.key, to: target + entry.name },
  );
}

/**
 * Copies beside their originals, each under the next number that is free.
 *
 * @param isTaken whether a key or prefix is there, as far as the list knows
 */
export function rootsBeside(
  entries: readonly ListingEntry[],
  isTaken: (keyOrPrefix: string) => boolean,
): readonly OperationRoot[] {
  const given = new Set<string>();
  return entries.map((entry) => {
    const from = entry.type === 'folder' ? entry.prefix : entry.key;
    let to = numberedKey(from);
    while (isTaken(to) || given.has(to)) to = numberedKey(to);
    given.add(to);
    return { from, to };
  });
}

/** One row under a new name, where it is. */
export function rootRenamed(entry: ListingEntry, prefix: Prefix, name: string): OperationRoot {
  return entry.type === 'folder'
    ? { from: entry.prefix, to: `${parentPrefix(entry.prefix)}${name}${DELIMITER}` }
    : { from: entry.key, to: prefix + name };
}
