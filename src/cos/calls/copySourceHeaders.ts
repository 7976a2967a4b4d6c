import { percentEncode } from '#lib/percentEncode.ts';
import type { CopySource } from '../CosCalls.ts';
import { encodeKeyForPath } from '../objectKey.ts';

/** Copying takes as long as the object is big, during which COS sends spaces. */
export const COPY_LIMITS = { idleMs: 60_000, totalMs: 600_000 };

/** Names what is copied (COS documentation 10881): always under the documented domain, whatever name the request goes to. */
export function copySourceHeaders({ bucket, region, key, versionId, ifMatch }: CopySource): Record<string, string> {
  const version = versionId === undefined ? '' : `?versionId=${percentEncode(versionId)}`;
  return {
    'x-cos-copy-source': `${bucket}.cos.${region}.myqcloud.com/${encodeKeyForPath(key)}${version}`,
    ...(ifMatch === undefined ? {} : { 'x-cos-copy-source-If-Match': `"${ifMatch}"` }),
  };
}
