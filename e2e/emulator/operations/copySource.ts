import { CosServiceError } from '../CosServiceError.ts';
import type { EmulatorBucket } from '../EmulatorOptions.ts';
import type { CosRequest, OperationContext } from '../OperationContext.ts';
import type { ObjectStore, StoredObject } from '../objectStore.ts';
import { evaluateConditions } from './evaluateConditions.ts';
import { findVersion } from './findVersion.ts';
import { readHeader } from './readHeader.ts';
import { preconditionFailed } from './refusals.ts';
import { refuseArchived } from './storageClasses.ts';

export interface CopySource {
  readonly bucket: EmulatorBucket;
  readonly object: StoredObject;
}

/**
 * The object that `x-cos-copy-source` names, which the caller must be allowed to read (COS documentation 10881):
 * `<Bucket>.cos.<Region>.<domain>/<url-encoded key>[?versionId=…]`.
 *
 * @throws CosServiceError 400 InvalidCopySource, 403 AccessDenied or InvalidObjectState, 404 NoSuchBucket,
 * NoSuchCopySource or NoSuchVersion, 412 PreconditionFailed from the `x-cos-copy-source-If-*` headers
 */
export function findCopySource(context: OperationContext): CopySource {
  const { request, store } = context;
  const { host, key, versionId } = parseCopySource(request.headers.get('x-cos-copy-source') ?? '');
  const bucket = context.findBucketByHost(host);
  if (bucket === undefined) throw new CosServiceError(404, 'NoSuchBucket', 'The specified bucket does not exist.');
  context.authorize('name/cos:GetObject', { bucket, key });
  const object = findSource(store, { bucket: bucket.name, key, versionId });
  refuseArchived(object, request.now);
  checkConditions(request, object);
  return { bucket, object };
}

function findSource(store: ObjectStore, source: Parameters<typeof findVersion>[1]): StoredObject {
  try {
    return findVersion(store, source);
  } catch (error) {
    if (!(error instanceof CosServiceError) || error.code !== 'NoSuchKey') throw error;
    throw new CosServiceError(404, 'NoSuchCopySource', 'The specified copy source does not exist.');
  }
}

/** Splits and decodes the header once; a `+` is a plus. */
export function parseCopySource(header: string): { host: string; key: string; versionId: string } {
  const [, host = '', path = '', versionId = ''] =
    /^(?:https?:\/\/)?([^/?]+)\/([^?]+)(?:\?versionId=([^&]*))?$/.exec(header) ?? [];
  if (host === '') throw invalidCopySource();
  try {
    return { host, key: decodeURIComponent(path), versionId: decodeURIComponent(versionId) };
  } catch {
    throw invalidCopySource();
  }
}

/** For a copy every condition that does not hold is 412, also where a GET would answer 304. */
function checkConditions(request: CosRequest, object: StoredObject): void {
  const condition = (name: string) => readHeader(request, `x-cos-copy-source-if-${name}`);
  const verdict = evaluateConditions(
    {
      ifMatch: condition('match'),
      ifNoneMatch: condition('none-match'),
      ifModifiedSince: condition('modified-since'),
      ifUnmodifiedSince: condition('unmodified-since'),
    },
    object,
  );
  if (verdict !== 'passed') throw preconditionFailed();
}

function invalidCopySource(): CosServiceError {
  return new CosServiceError(
    400,
    'InvalidCopySource',
    'The copy source must be <Bucket>.cos.<Region>.<domain>/<url-encoded key>.',
  );
}
