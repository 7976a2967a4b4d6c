import type { SharedObject } from '#links/SharePackage.ts';
import type { ListedObjectEntry } from '#listing/ListedObjectEntry.ts';

/** A shared object as a row of a listing, for what works on rows. A share knows no times and no ETags. */
export function sharedEntry({ key, sizeBytes }: SharedObject, prefix: string): ListedObjectEntry {
  const name = key.slice(prefix.length);
  return {
    type: 'object',
    key,
    name,
    sizeBytes,
    lastModified: new Date(),
    etag: '',
    storageClass: 'STANDARD',
    addressable: true,
  };
}
