import { callWithRetries } from '#cos/callWithRetries.ts';
import type { CosClient } from '#cos/CosClient.ts';
import type { ObjectVersion } from '#cos/CosObject.ts';
import { FailureError } from '#lib/FailureError.ts';

/** Larger objects cannot be copied in one request (COS documentation 10881). */
export const MOST_COPIED_BYTES = 5 * 1024 ** 3;

export interface MakeVersionCurrentOptions {
  /** An object's own ACL can be read with these keys; otherwise the copy gets the bucket's. */
  readonly readsAcl: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Makes an older version the latest by copying it over the object, headers, metadata, tags, class and ACL included.
 * Nothing is lost: what was the latest becomes an older version.
 *
 * @throws CosError; FailureError `EntityTooLarge` above 5 GB before any request, `ChecksumMismatch` when the result is
 * not that version
 */
export async function makeVersionCurrent(
  cos: Pick<CosClient, 'location' | 'copyObject' | 'headObject' | 'getObjectAcl'>,
  version: Extract<ObjectVersion, { isDeleteMarker: false }>,
  { readsAcl, signal }: MakeVersionCurrentOptions,
): Promise<void> {
  const { key, versionId, etag, sizeBytes, storageClass } = version;
  const facts = { key, operation: 'CopyObject' };
  if (sizeBytes > MOST_COPIED_BYTES) {
    throw new FailureError({ kind: 'local', code: 'EntityTooLarge', message: 'More than one copy can carry', facts });
  }
  const call = signal ? { signal } : {};
  const patiently = <T>(ask: () => Promise<T>): Promise<T> => callWithRetries(ask, call);
  const old = await patiently(() => cos.headObject({ key, versionId }, call));
  const acl = readsAcl ? (await patiently(() => cos.getObjectAcl({ key, versionId }, call))).canned : undefined;
  const source = { ...cos.location, key, versionId, ifMatch: etag };
  await patiently(() => cos.copyObject({ key, source, storageClass, ...(acl ? { acl } : {}) }, call));
  const made = await patiently(() => cos.headObject({ key }, call));
  if (made.sizeBytes !== old.sizeBytes || made.crc64 !== old.crc64) {
    throw new FailureError({ kind: 'integrity', code: 'ChecksumMismatch', message: 'Not that version', facts });
  }
}
