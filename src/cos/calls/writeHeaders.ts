import type { ObjectHeaders } from '../CosClient.ts';
import { metadataHeaders } from '../metadataHeaders.ts';
import { trafficHeaders } from '../trafficLimit.ts';

export const DEFAULT_CONTENT_TYPE = 'application/octet-stream';

/** Request headers that become an object's metadata, or decide whether and how fast it may be written. */
export function writeHeaders({
  contentType,
  storageClass,
  metadata = {},
  forbidOverwrite,
  trafficLimit,
}: ObjectHeaders & { readonly trafficLimit?: number }): Record<string, string> {
  return {
    'Content-Type': contentType ?? DEFAULT_CONTENT_TYPE,
    ...(storageClass === undefined ? {} : { 'x-cos-storage-class': storageClass }),
    ...metadataHeaders(metadata),
    ...trafficHeaders(trafficLimit),
    ...(forbidOverwrite ? { 'x-cos-forbid-overwrite': 'true' } : {}),
  };
}
