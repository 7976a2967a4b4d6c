import type { CosRequest } from '../OperationContext.ts';
import type { ObjectStore, StoredObject } from '../objectStore.ts';
import { evaluateConditions } from './evaluateConditions.ts';
import { readHeader } from './readHeader.ts';
import { findVersion } from './findVersion.ts';
import { preconditionFailed } from './refusals.ts';
import { targetVersion } from './targetVersion.ts';

/**
 * The object a GET or HEAD is about, judged by the request's conditions.
 *
 * @throws CosServiceError 404 NoSuchKey or NoSuchVersion, 412 PreconditionFailed
 */
export function findObject(
  request: CosRequest,
  store: ObjectStore,
): { readonly object: StoredObject; readonly isModified: boolean } {
  const object = findVersion(store, targetVersion(request));
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
