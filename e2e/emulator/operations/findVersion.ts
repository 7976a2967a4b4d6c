import { CosServiceError } from '../CosServiceError.ts';
import type { ObjectStore, StoredObject } from '../objectStore.ts';
import { versionIdOf } from '../store/KeyHistory.ts';
import { noSuchVersion } from './refusals.ts';

/**
 * The object of this key, or one of its versions.
 *
 * @param versionId '' is the latest
 * @throws CosServiceError 404 NoSuchKey, NoSuchVersion, or NoSuchKey for a delete marker (COS documentation 7753)
 */
export function findVersion(
  store: ObjectStore,
  { bucket, key, versionId }: { readonly bucket: string; readonly key: string; readonly versionId: string },
): StoredObject {
  if (versionId === '') {
    const object = store.head(bucket, key);
    const isMarked = store.versions(bucket, key)[0]?.isDeleteMarker === true;
    if (object === undefined) throw noSuchKey(isMarked ? { 'x-cos-delete-marker': 'true' } : {});
    return object;
  }
  const version = store.versions(bucket, key).find((each) => versionIdOf(each) === versionId);
  if (version === undefined) {
    const isSeeded = versionId === 'null' && store.head(bucket, key) !== undefined;
    if (isSeeded) return findVersion(store, { bucket, key, versionId: '' });
    throw noSuchVersion();
  }
  if (version.isDeleteMarker) throw noSuchKey({ 'x-cos-delete-marker': 'true' });
  const { isLatest: _, isDeleteMarker: __, ...object } = version;
  return object;
}

function noSuchKey(headers: Record<string, string>): CosServiceError {
  return new CosServiceError(404, 'NoSuchKey', 'The specified key does not exist.', { headers });
}
