import type { ListedObject } from '#cos/CosObject.ts';

/** What is known of an object before it is copied. */
export type Source = Pick<ListedObject, 'key' | 'sizeBytes' | 'etag' | 'storageClass' | 'lastModified'>;
