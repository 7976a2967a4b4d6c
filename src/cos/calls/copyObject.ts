import type { CopyObjectInput, CopyObjectOutput } from '../CosCalls.ts';
import type { CallOptions } from '../CosClient.ts';
import { readXmlAnswer, unquoteEtag } from '../readAnswer.ts';
import type { Requester } from '../request.ts';
import { optionalText, requiredText } from '../xml.ts';
import { COPY_LIMITS, copySourceHeaders } from './copySourceHeaders.ts';
import { decisionHeaders, writeHeaders } from './writeHeaders.ts';

/**
 * PUT Object – Copy (COS documentation 10881), up to 5 GB. Keeps the source's tags, and its headers and metadata unless
 * `replacesHeaders`; the storage class becomes STANDARD and the ACL the bucket's unless given. A 200 may still carry an
 * error.
 */
export async function copyObject(
  requester: Requester,
  { key, source, replacesHeaders = false, ...said }: CopyObjectInput,
  options: CallOptions = {},
): Promise<CopyObjectOutput> {
  const answer = await requester.ask(
    {
      operation: 'CopyObject',
      action: 'name/cos:PutObjectCopy',
      alsoNeeds: ['name/cos:PutObject', 'name/cos:GetObject'],
      purpose: 'upload',
      method: 'PUT',
      placement: 'header',
      key,
      headers: {
        ...copySourceHeaders(source),
        ...(replacesHeaders
          ? { ...writeHeaders(said), 'x-cos-metadata-directive': 'Replaced' }
          : decisionHeaders(said)),
      },
      ...COPY_LIMITS,
    },
    options,
  );
  return readXmlAnswer(answer, 'CopyObjectResult', (root) => {
    const crc64 = optionalText(root, 'CRC64');
    return { etag: unquoteEtag(requiredText(root, 'ETag')), ...(crc64 === undefined ? {} : { crc64 }) };
  });
}
