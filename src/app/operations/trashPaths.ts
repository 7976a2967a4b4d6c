import type { Connection } from '#config/DeploymentConfig.ts';
import { DELIMITER, type Prefix } from '#cos/objectKey.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import type { OperationRoot } from '#operations/OperationState.ts';
import { rootOf } from './rootsFor.ts';

/*
 * [Note: Where the trash keeps things] `<trash>/<when>/<key below the connection's prefix>`: a folder for each deletion, in
 * which every object keeps its whole path. So two objects of one name never meet, and what is restored finds its way home
 * without any record but its own key.
 */

const DEFAULT_TRASH = '.trash/';

/** Where deleted objects of a connection go, whether that is wished or not; `chosen` by the person, if they did. */
export function trashPrefix(
  { prefix, trash = DEFAULT_TRASH }: Pick<Connection, 'prefix' | 'trash'>,
  chosen = trash,
): Prefix {
  return prefix + chosen;
}

function pathOf(entry: ListingEntry): string {
  return entry.type === 'folder' ? entry.prefix : entry.key;
}

/** It is the trash, or in it: deleting that is final. */
export function isInTrash(trash: Prefix, entry: ListingEntry): boolean {
  return pathOf(entry).startsWith(trash);
}

/** @param when tells apart what was deleted at different moments */
export function rootsIntoTrash(
  { prefix, trash }: { readonly prefix: Prefix; readonly trash: Prefix },
  entries: readonly ListingEntry[],
  when: Date,
): readonly OperationRoot[] {
  const folder = `${trash}${when.toISOString().replace('T', ' ').replaceAll(':', '.').replace('Z', ' UTC')}${DELIMITER}`;
  return entries.map((entry) => ({ ...rootOf(entry), to: folder + pathOf(entry).slice(prefix.length) }));
}

/** Back to where each was. */
export function rootsOutOfTrash(
  { prefix, trash }: { readonly prefix: Prefix; readonly trash: Prefix },
  entries: readonly ListingEntry[],
): readonly OperationRoot[] {
  return entries.map((entry) => {
    const inside = pathOf(entry).slice(trash.length);
    return { ...rootOf(entry), to: prefix + inside.slice(inside.indexOf(DELIMITER) + 1) };
  });
}
