import type { StoredObject } from '../objectStore.ts';

/** Headers that describe a stored object on GET and HEAD; they are about the whole object, also on a range. */
export function objectHeaders(object: StoredObject): Record<string, string> {
  const { etag, crc64, storageClass, lastModified, headers } = object;
  return {
    'content-type': 'application/octet-stream',
    ...headers,
    ETag: `"${etag}"`,
    'Last-Modified': new Date(lastModified).toUTCString(),
    'Accept-Ranges': 'bytes',
    'x-cos-hash-crc64ecma': crc64,
    'x-cos-object-type': 'normal',
    ...(storageClass === 'STANDARD' ? {} : { 'x-cos-storage-class': storageClass }),
  };
}
