import type { CallOptions, CopyObjectInput, CopyObjectOutput } from '../CosClient.ts';
import { encodeKeyForPath } from '../objectKey.ts';
import { readXmlAnswer, unquoteEtag } from '../readAnswer.ts';
import type { Requester } from '../request.ts';
import { optionalText, requiredText } from '../xml.ts';

/** Copying takes as long as the object is big, during which COS sends spaces. */
const COPY_LIMITS = { idleMs: 60_000, totalMs: 600_000 };

/**
 * PUT Object – Copy (COS documentation 10881), up to 5 GB. Keeps the source's metadata unless `contentType` is given; the
 * storage class becomes STANDARD unless given. A 200 may still carry an error.
 */
export async function copyObject(
  requester: Requester,
  { key, source, contentType, storageClass, forbidOverwrite }: CopyObjectInput,
  options: CallOptions = {},
): Promise<CopyObjectOutput> {
  const answer = await requester.ask(
    {
      operation: 'CopyObject',
      action: 'name/cos:PutObject',
      purpose: 'upload',
      method: 'PUT',
      placement: 'header',
      key,
      headers: {
        // Always the documented domain: it names the bucket, whatever name this request goes to.
        'x-cos-copy-source': `${source.bucket}.cos.${source.region}.myqcloud.com/${encodeKeyForPath(source.key)}`,
        ...(source.ifMatch === undefined ? {} : { 'x-cos-copy-source-If-Match': `"${source.ifMatch}"` }),
        ...(contentType === undefined ? {} : { 'Content-Type': contentType, 'x-cos-metadata-directive': 'Replaced' }),
        ...(storageClass === undefined ? {} : { 'x-cos-storage-class': storageClass }),
        ...(forbidOverwrite ? { 'x-cos-forbid-overwrite': 'true' } : {}),
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
