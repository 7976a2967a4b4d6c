import type { CosRequest } from '../OperationContext.ts';

/** Which object a request is about, its version included; '' is the latest. */
export function targetVersion({ bucket, key, query }: CosRequest): { bucket: string; key: string; versionId: string } {
  return { bucket: bucket.name, key, versionId: query.get('versionId') ?? '' };
}
