import type { CosRequest } from '../OperationContext.ts';
import type { ObjectStore, StoredUpload } from '../objectStore.ts';
import { invalidArgument, noSuchUpload } from './refusals.ts';

/** The upload a request names; it belongs to one key. Throws 404 NoSuchUpload. */
export function findUpload({ bucket, key, query }: CosRequest, store: ObjectStore): StoredUpload {
  const upload = store.upload(bucket.name, key, query.get('uploadId') ?? '');
  if (upload === undefined) throw noSuchUpload();
  return upload;
}

/** `partNumber`, from 1 to 10,000 (COS documentation 7750). */
export function readPartNumber({ query }: CosRequest): number {
  const text = query.get('partNumber') ?? '';
  const partNumber = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (partNumber < 1 || partNumber > 10_000)
    throw invalidArgument('partNumber must be a whole number from 1 to 10000.');
  return partNumber;
}
