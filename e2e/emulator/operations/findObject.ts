import { CosServiceError } from '../CosServiceError.ts';
import type { CosRequest } from '../OperationContext.ts';
import type { ObjectStore, StoredObject } from '../objectStore.ts';
import { evaluateConditions } from './evaluateConditions.ts';
import { readHeader } from './readHeader.ts';
import { noSuchVersion, preconditionFailed } from './refusals.ts';

/**
 * The object a GET or HEAD is about, judged by the request's conditions.
 *
 * @throws CosServiceError 404 NoSuchKey or NoSuchVersion, 412 PreconditionFailed
 */
export function findObject(
  request: CosRequest,
  store: ObjectStore,
): { readonly object: StoredObject; readonly isModified: boolean } {
  const object = store.head(request.bucket.name, request.key);
  if (object === undefined) throw new CosServiceError(404, 'NoSuchKey', 'The specified key does not exist.');
  // Buckets here never had versioning, so no version id can exist.
  if (request.query.get('versionId')) throw noSuchVersion();
  const verdict = evaluateConditions(
    {
      ifMatch: readHeader(request, 'if-match'),
      ifNoneMatch: readHeader(request, 'if-none-match'),
      ifModifiedSince: readHeader(request, 'if-modified-since'),
      ifUnmodifiedSince: readHeader(request, 'if-unmodified-since'),
    },
    object,
  );
  if (verdict === 'failed') throw preconditionFailed();
  return { object, isModified: verdict === 'passed' };
}
