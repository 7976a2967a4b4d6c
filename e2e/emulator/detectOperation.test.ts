import { expect, test } from 'vitest';
import { detectOperation } from './detectOperation.ts';

function detect(method: string, target: string, headers: Record<string, string> = {}): string {
  const [key = '', query = ''] = target.split('?');
  const pairs = query.split('&').filter((pair) => pair !== '');
  return detectOperation(
    method,
    key,
    new Map(pairs.map((pair): [string, string] => [pair.split('=')[0] ?? '', pair.split('=')[1] ?? ''])),
    new Map(Object.entries(headers)),
  );
}

test.each([
  ['HEAD', '', 'HeadBucket'],
  ['GET', '', 'GetBucket'],
  ['GET', '?prefix=a/&delimiter=/', 'GetBucket'],
  ['GET', '?cors', 'GetBucketCORS'],
  ['GET', '?versioning', 'GetBucketVersioning'],
  ['GET', '?uploads', 'ListMultipartUploads'],
  ['POST', '?delete', 'DeleteMultipleObjects'],
  ['POST', '', 'PostObject'],
  ['OPTIONS', 'a', 'OptionsObject'],
  ['OPTIONS', 'a?acl', 'OptionsObject'],
  ['GET', '?versions', 'GetBucketObjectVersions'],
  ['GET', 'a?acl', 'GetObjectACL'],
  ['PUT', 'a?acl', 'PutObjectACL'],
  ['GET', 'a?tagging', 'GetObjectTagging'],
  ['PUT', 'a?tagging', 'PutObjectTagging'],
  ['DELETE', 'a?tagging', 'DeleteObjectTagging'],
  ['POST', 'a?restore', 'PostObjectRestore'],
  ['PUT', 'a', 'PutObject'],
  ['PUT', 'a?partNumber=1&uploadId=u', 'UploadPart'],
  ['GET', 'a', 'GetObject'],
  ['GET', 'a?response-content-type=text/plain&unknown=1', 'GetObject'],
  ['GET', 'a?uploadId=u', 'ListParts'],
  ['HEAD', 'a', 'HeadObject'],
  ['DELETE', 'a', 'DeleteObject'],
  ['DELETE', 'a?uploadId=u', 'AbortMultipartUpload'],
  ['POST', 'a?uploads', 'InitiateMultipartUpload'],
  ['POST', 'a?uploadId=u', 'CompleteMultipartUpload'],
])('%s %s is %s', (method, target, operation) => {
  expect(detect(method, target)).toBe(operation);
});

test('a copy source makes a copy of a PUT', () => {
  const source = { 'x-cos-copy-source': 'b.cos.r.myqcloud.com/k' };
  expect(detect('PUT', 'a', source)).toBe('PutObjectCopy');
  expect(detect('PUT', 'a?partNumber=1&uploadId=u', source)).toBe('UploadPartCopy');
});

test.each([
  ['GET', 'a?ACL', 400, 'InvalidArgument'],
  ['GET', '?acl', 501, 'NotImplemented'],
  ['PUT', 'a?encryption', 501, 'NotImplemented'],
  ['DELETE', 'a?acl', 405, 'MethodNotAllowed'],
  ['PUT', '', 501, 'NotImplemented'],
  ['DELETE', '', 501, 'NotImplemented'],
  ['GET', '?list-type=2', 400, 'InvalidArgument'],
  ['PUT', 'a?uploadId=u', 400, 'InvalidArgument'],
  ['PUT', 'a?partNumber=1', 400, 'InvalidArgument'],
  ['PUT', 'a?partnumber=1&uploadid=u', 400, 'InvalidArgument'],
  ['GET', 'a?uploads', 405, 'MethodNotAllowed'],
  ['DELETE', 'a?delete', 405, 'MethodNotAllowed'],
  ['POST', 'a', 405, 'MethodNotAllowed'],
  ['PATCH', 'a', 405, 'MethodNotAllowed'],
])('%s %s is refused with %i %s', (method, target, status, code) => {
  expect(() => detect(method, target)).toThrow(expect.objectContaining({ status, code }));
});
