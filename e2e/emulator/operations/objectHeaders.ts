import type { CosRequest } from '../OperationContext.ts';
import type { StoredObject } from '../objectStore.ts';
import { forcedDownload } from './forcedDownload.ts';

/** Headers that describe a stored object on GET and HEAD; they are about the whole object, also on a range. */
export function objectHeaders(object: StoredObject, request: CosRequest): Record<string, string> {
  const { etag, crc64, storageClass, lastModified, headers, versionId, tags = {} } = object;
  const tagCount = Object.keys(tags).length;
  return {
    'content-type': 'application/octet-stream',
    ...headers,
    ETag: `"${etag}"`,
    'Last-Modified': new Date(lastModified).toUTCString(),
    'Accept-Ranges': 'bytes',
    'x-cos-hash-crc64ecma': crc64,
    'x-cos-object-type': 'normal',
    ...(storageClass === 'STANDARD' ? {} : { 'x-cos-storage-class': storageClass }),
    ...(versionId === undefined ? {} : { 'x-cos-version-id': versionId }),
    ...(tagCount === 0 ? {} : { 'x-cos-tagging-count': String(tagCount) }),
    ...restoreHeader(object, request.now),
    ...forcedDownload(request),
  };
}

/** What was asked for is there at once, until it ends (COS documentation 7745). */
function restoreHeader({ restoredUntil = 0 }: StoredObject, now: number): Record<string, string> {
  if (restoredUntil <= now) return {};
  return { 'x-cos-restore': `ongoing-request="false", expiry-date="${new Date(restoredUntil).toUTCString()}"` };
}
