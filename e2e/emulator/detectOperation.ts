import { CosServiceError } from './CosServiceError.ts';
import type { OperationName } from './OperationContext.ts';

/** Parameters that turn a request into another operation, and are served. */
const SERVED = [
  'uploads',
  'uploadId',
  'partNumber',
  'delete',
  'cors',
  'versioning',
  'versions',
  'acl',
  'tagging',
  'restore',
] as const;

/** Parameters COS documents as operations of their own and this emulator does not serve (COS documentation 14518). */
const NOT_SERVED = [
  'accelerate',
  'append',
  'ci-process',
  'domain',
  'encryption',
  'intelligenttiering',
  'inventory',
  'lifecycle',
  'live',
  'location',
  'logging',
  'notification',
  'object-lock',
  'origin',
  'policy',
  'referer',
  'replication',
  'select',
  'strict-signature',
  'symlink',
  'website',
] as const;

/**
 * Names the operation a request asks for, from method, key and query; nothing downstream looks at the query for that
 * again. GET Service is not found here: its host has no bucket.
 *
 * @param key '' for the bucket
 * @param headers lower-cased names
 * @throws CosServiceError 501 NotImplemented for documented operations this emulator lacks, 405 MethodNotAllowed for
 * combinations COS does not have, 400 InvalidArgument for a parameter that only looks right
 */
export function detectOperation(
  method: string,
  key: string,
  query: ReadonlyMap<string, string>,
  headers: ReadonlyMap<string, string>,
): OperationName {
  if (method === 'OPTIONS') return 'OptionsObject';
  refuseUnserved(query);
  return key === '' ? bucketOperation(method, query) : objectOperation(method, query, headers);
}

function refuseUnserved(query: ReadonlyMap<string, string>): void {
  const served: ReadonlySet<string> = new Set(SERVED);
  const notServed: ReadonlySet<string> = new Set(NOT_SERVED);
  for (const [name, value] of query) {
    const lowerCased = name.toLowerCase();
    if (notServed.has(lowerCased)) {
      throw new CosServiceError(501, 'NotImplemented', `This emulator does not implement the sub-resource ${name}.`);
    }
    // COS has no ListObjectsV2: answering as version 1 would hide the mistake.
    if (name === 'list-type' && value === '2') throw invalidArgument('list-type=2 is not a COS parameter.');
    // `uploadid=…` would be ignored as unknown, and the request would overwrite the object with one part.
    const meant = SERVED.find((candidate) => candidate.toLowerCase() === lowerCased);
    if (!served.has(name) && meant !== undefined) throw invalidArgument(`${name} must be written ${meant}.`);
  }
}

function bucketOperation(method: string, query: ReadonlyMap<string, string>): OperationName {
  if (query.has('uploadId') || query.has('partNumber')) throw invalidArgument('A part needs an object key.');
  switch (method) {
    case 'HEAD':
      return 'HeadBucket';
    case 'GET':
      if (query.has('cors')) return 'GetBucketCORS';
      if (query.has('versioning')) return 'GetBucketVersioning';
      if (query.has('versions')) return 'GetBucketObjectVersions';
      if (query.has('acl') || query.has('tagging')) throw notServedForBuckets();
      return query.has('uploads') ? 'ListMultipartUploads' : 'GetBucket';
    case 'POST':
      return query.has('delete') ? 'DeleteMultipleObjects' : 'PostObject';
    case 'PUT':
      if (query.has('cors')) return 'PutBucketCORS';
      throw notServedForBuckets();
    case 'DELETE':
      throw notServedForBuckets();
    default:
      throw methodNotAllowed();
  }
}

function objectOperation(
  method: string,
  query: ReadonlyMap<string, string>,
  headers: ReadonlyMap<string, string>,
): OperationName {
  const isCopy = Boolean(headers.get('x-cos-copy-source'));
  const asks = SERVED.filter((name) => query.has(name)).join('+');
  switch (`${method} ${asks}`) {
    case 'PUT ':
      return isCopy ? 'PutObjectCopy' : 'PutObject';
    case 'PUT uploadId+partNumber':
      return isCopy ? 'UploadPartCopy' : 'UploadPart';
    case 'PUT uploadId':
    case 'PUT partNumber':
      throw invalidArgument('A part needs both partNumber and uploadId.');
    case 'GET ':
      return 'GetObject';
    case 'GET uploadId':
      return 'ListParts';
    case 'HEAD ':
      return 'HeadObject';
    case 'DELETE ':
      return 'DeleteObject';
    case 'DELETE uploadId':
      return 'AbortMultipartUpload';
    case 'GET acl':
      return 'GetObjectACL';
    case 'PUT acl':
      return 'PutObjectACL';
    case 'GET tagging':
      return 'GetObjectTagging';
    case 'PUT tagging':
      return 'PutObjectTagging';
    case 'DELETE tagging':
      return 'DeleteObjectTagging';
    case 'POST restore':
      return 'PostObjectRestore';
    case 'POST uploads':
      return 'InitiateMultipartUpload';
    case 'POST uploadId':
      return 'CompleteMultipartUpload';
    default:
      throw methodNotAllowed();
  }
}

function notServedForBuckets(): CosServiceError {
  return new CosServiceError(
    501,
    'NotImplemented',
    'This emulator does not create or delete buckets, and of their settings it changes only CORS.',
  );
}

function invalidArgument(message: string): CosServiceError {
  return new CosServiceError(400, 'InvalidArgument', message);
}

function methodNotAllowed(): CosServiceError {
  return new CosServiceError(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.');
}
