import type { UploadPartCopyInput } from '../CosCalls.ts';
import type { CallOptions } from '../CosClient.ts';
import { readXmlAnswer, unquoteEtag } from '../readAnswer.ts';
import type { Requester } from '../request.ts';
import { requiredText } from '../xml.ts';
import { COPY_LIMITS, copySourceHeaders } from './copySourceHeaders.ts';

/** Upload Part – Copy (COS documentation 8287): a part made of a range of another object. Carries nothing else over. */
export async function uploadPartCopy(
  requester: Requester,
  { key, uploadId, partNumber, source, range }: UploadPartCopyInput,
  options: CallOptions = {},
): Promise<{ etag: string }> {
  const answer = await requester.ask(
    {
      operation: 'UploadPartCopy',
      action: 'name/cos:UploadPartCopy',
      alsoNeeds: ['name/cos:PutObject', 'name/cos:GetObject'],
      purpose: 'upload',
      method: 'PUT',
      placement: 'header',
      key,
      query: { partNumber: String(partNumber), uploadId },
      headers: {
        ...copySourceHeaders(source),
        'x-cos-copy-source-range': `bytes=${range.start}-${range.end - 1}`,
      },
      ...COPY_LIMITS,
    },
    options,
  );
  return readXmlAnswer(answer, 'CopyPartResult', (root) => ({ etag: unquoteEtag(requiredText(root, 'ETag')) }));
}
