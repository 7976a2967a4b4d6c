import { CosServiceError } from '../CosServiceError.ts';
import type { EmulatorBucket } from '../EmulatorOptions.ts';
import type { ObjectStore } from '../objectStore.ts';
import { invalidArgument } from './refusals.ts';

/**
 * Reads `x-cos-forbid-overwrite` and returns the check to make: now, for an early answer, and again in the turn in
 * which the object becomes visible, which is the one that counts (COS documentation 7742, 7746). Buckets that have or
 * had versioning ignore it.
 *
 * @throws CosServiceError 409 FileAlreadyExists from the check
 */
export function refuseOverwrite(
  flag: string | undefined,
  store: ObjectStore,
  bucket: EmulatorBucket,
  key: string,
): () => void {
  if (flag !== undefined && flag !== 'true' && flag !== 'false') {
    throw invalidArgument('x-cos-forbid-overwrite must be true or false.');
  }
  return () => {
    const counts = flag === 'true' && bucket.versioning === undefined;
    if (counts && store.head(bucket.name, key) !== undefined) {
      throw new CosServiceError(409, 'FileAlreadyExists', 'The file already exists and must not be overwritten.');
    }
  };
}
