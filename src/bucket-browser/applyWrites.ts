import type { ListedObject } from '#cos/CosObject.ts';
import { DELIMITER, type ObjectKey, type Prefix } from '#cos/objectKey.ts';
import type { ListingIndex } from '#listing/ListingIndex.ts';

/** Something this page did to the bucket and got confirmed. */
export type Write =
  | { readonly type: 'put'; readonly object: ListedObject }
  | { readonly type: 'deleted'; readonly key: ObjectKey };

/**
 * Puts our own writes into a listing.
 *
 * [Note: A write updates the list itself] The answer to a write is newer than any listing that was on its way, and
 * listings may lag behind it. So the list changes by the write's own result, and a listing that started before the
 * write ended gets it added.
 */
export function applyWrites(index: ListingIndex, writes: readonly Write[]): void {
  const { prefix, isRecursive } = index;
  const folders = new Set<Prefix>();
  const last = new Map<ObjectKey, Write>();
  for (const write of writes) {
    const key = write.type === 'put' ? write.object.key : write.key;
    if (!key.startsWith(prefix)) continue;
    if (key === prefix) {
      // The folder's own object is a row only when it has bytes.
      const isSeen = write.type === 'put' && write.object.sizeBytes > 0;
      last.set(key, isSeen ? write : { type: 'deleted', key });
      continue;
    }
    const cut = isRecursive ? -1 : key.indexOf(DELIMITER, prefix.length);
    if (cut < 0) last.set(key, write);
    // A folder is there as long as something is in it, and only a listing knows that.
    else if (write.type === 'put') folders.add(key.slice(0, cut + 1));
  }
  if (last.size === 0 && folders.size === 0) return;
  const objects = [...last.values()].flatMap((write) => (write.type === 'put' ? [write.object] : []));
  index.put([...folders], objects);
  index.delete([...last.values()].flatMap((write) => (write.type === 'deleted' ? [write.key] : [])));
}
