import { baseName, parentPrefix } from '#cos/objectKey.ts';
import type { SharedObject } from '#links/SharePackage.ts';
import type { SharedFolder, SharedRow } from './SharedRow.ts';

/** Shared objects by folder, the top first, folders and names as people who speak `locale` sort them. */
export function sharedFolders(
  objects: readonly SharedObject[],
  prefix: string,
  locale: string,
): readonly SharedFolder[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const byPath = new Map<string, SharedRow[]>();
  for (const { key, sizeBytes } of objects) {
    const path = parentPrefix(key).slice(prefix.length);
    const rows = byPath.get(path);
    const row = { key, name: baseName(key), sizeBytes };
    if (rows) rows.push(row);
    else byPath.set(path, [row]);
  }
  return [...byPath]
    .toSorted(([a], [b]) => compare(a, b))
    .map(([path, rows]) => ({ path, rows: rows.toSorted((a, b) => compare(a.name, b.name)) }));
}

/** Those whose path or name contains the words, without regard to case; at most so many rows. */
export function shownFolders(
  folders: readonly SharedFolder[],
  words: string,
  most: number,
): { readonly folders: readonly SharedFolder[]; readonly hiddenCount: number } {
  const wanted = words.trim().toLowerCase();
  const matching = folders
    .map(({ path, rows }) => ({
      path,
      rows: wanted === '' ? rows : rows.filter(({ name }) => `${path}${name}`.toLowerCase().includes(wanted)),
    }))
    .filter(({ rows }) => rows.length > 0);
  let room = most;
  const shown: SharedFolder[] = [];
  for (const { path, rows } of matching) {
    if (room <= 0) break;
    shown.push({ path, rows: rows.slice(0, room) });
    room -= rows.length;
  }
  return { folders: shown, hiddenCount: Math.max(0, -room) + restOf(matching, shown.length) };
}

function restOf(folders: readonly SharedFolder[], from: number): number {
  return folders.slice(from).reduce((sum, { rows }) => sum + rows.length, 0);
}
