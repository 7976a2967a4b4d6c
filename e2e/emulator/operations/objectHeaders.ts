import type { CosRequest } from '../OperationContext.ts';
import type { StoredObject } from '../objectStore.ts';
import { forcedDownload } from './forcedDownload.ts';
import { restoreStatus } from './storageClasses.ts';

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
    ...restoreHeaders(object, request.now),
    ...forcedDownload(request),
  };
}

/** How far restoring is (COS documentation 7745). */
function restoreHeaders(object: StoredObject, now: number): Record<string, string> {
  const { restored } = object;
  const status = restoreStatus(object, now);
  if (status === undefined || restored === undefined) return {};
  const until = new Date(restored.until).toUTCString();
  return {
    'x-cos-restore':
      status === 'ONGOING' ? 'ongoing-request="true"' : `ongoing-request="false", expiry-date="${until}"`,
    'x-cos-restore-status': `tier="${restored.tier.toLowerCase()}"; request-date="${new Date(restored.requested).toUTCString()}"`,
  };
}
