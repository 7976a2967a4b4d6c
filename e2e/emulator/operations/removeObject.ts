import type { EmulatorBucket } from '../EmulatorOptions.ts';
import type { ObjectStore } from '../objectStore.ts';
import { versionIdOf } from '../store/KeyHistory.ts';
import { noSuchVersion } from './refusals.ts';
import { newVersionId } from './versionIds.ts';

/** What became of a key that was deleted. */
export interface Removal {
  /** The version that is gone, or the delete marker that was made or is gone. */
  readonly versionId?: string;
  readonly isMarker: boolean;
}

/**
 * Deletes a key: for good, behind a new delete marker where versions are kept, or one version of it.
 *
 * @param versionId '' deletes the key
 * @throws CosServiceError 404 NoSuchVersion: what the service answers is not documented
 */
export async function removeObject(
  store: ObjectStore,
  bucket: EmulatorBucket,
  { key, versionId }: { readonly key: string; readonly versionId: string },
): Promise<Removal> {
  if (versionId !== '') {
    const isMarker = store
      .versions(bucket.name, key)
      .some((version) => version.isDeleteMarker && versionIdOf(version) === versionId);
    if (!(await store.deleteVersion(bucket.name, key, versionId))) throw noSuchVersion();
    return { versionId, isMarker };
  }
  const marker = newVersionId(bucket).versionId;
  if (marker === undefined) {
    await store.delete(bucket.name, key);
    return { isMarker: false };
  }
  await store.mark(bucket.name, key, marker);
  return { versionId: marker, isMarker: true };
}
