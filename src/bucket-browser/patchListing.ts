import { DELIMITER, isAddressable, type ObjectKey, type Prefix } from '#cos/objectKey.ts';
import type { ListedObject } from '#cos/CosClient.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import { rowId } from './rowId.ts';

/** Something this page did to the bucket and got confirmed. */
export type Write =
  | { readonly type: 'put'; readonly object: ListedObject }
  | { readonly type: 'deleted'; readonly key: ObjectKey };

/**
 * A listing with our own writes in it.
 *
 * [Note: A write updates the list itself] The answer to a write is newer than any listing that was on its way, and
 * listings may lag behind it. So the list changes by the write's own result, and a listing that started before the
 * write ended gets it added.
 */
export function patchListing(
  entries: readonly ListingEntry[],
  prefix: Prefix,
  writes: readonly Write[],
): readonly ListingEntry[] {
  const touching = writes.filter((write) => keyOf(write).startsWith(prefix) && keyOf(write) !== prefix);
  if (touching.length === 0) return entries;
  const byId = new Map(entries.map((entry) => [rowId(entry), entry]));
  for (const write of touching) {
    const entry = entryFor(write, prefix);
    if (entry === undefined) continue;
    const id = rowId(entry);
    if (write.type === 'put') byId.set(id, entry);
    // A folder is there as long as something is in it, and only a listing knows that.
    else if (entry.type === 'object') byId.delete(id);
  }
  return [...byId.values()];
}

/** The same list without whole folders whose last object was deleted here. */
export function withoutFolders(entries: readonly ListingEntry[], prefixes: readonly Prefix[]): readonly ListingEntry[] {
  const gone = new Set(prefixes);
  return entries.filter((entry) => entry.type !== 'folder' || !gone.has(entry.prefix));
}

function keyOf(write: Write): ObjectKey {
  return write.type === 'put' ? write.object.key : write.key;
}

function entryFor(write: Write, prefix: Prefix): ListingEntry | undefined {
  const key = keyOf(write);
  const rest = key.slice(prefix.length);
  const cut = rest.indexOf(DELIMITER);
  if (cut >= 0) return { type: 'folder', prefix: prefix + rest.slice(0, cut + 1), name: rest.slice(0, cut) };
  const object =
    write.type === 'put' ? write.object : { key, sizeBytes: 0, lastModified: new Date(0), etag: '', storageClass: '' };
  return { type: 'object', ...object, name: rest, addressable: isAddressable(key) };
}
