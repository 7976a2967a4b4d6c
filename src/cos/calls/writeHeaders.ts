import type { ObjectHeaders } from '../CosClient.ts';

export const DEFAULT_CONTENT_TYPE = 'application/octet-stream';

/** Request headers that become an object's metadata or decide whether it may be written. */
export function writeHeaders({ contentType, storageClass, forbidOverwrite }: ObjectHeaders): Record<string, string> {
  return {
    'Content-Type': contentType ?? DEFAULT_CONTENT_TYPE,
    ...(storageClass === undefined ? {} : { 'x-cos-storage-class': storageClass }),
    ...(forbidOverwrite ? { 'x-cos-forbid-overwrite': 'true' } : {}),
  };
}
