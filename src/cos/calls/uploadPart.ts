import type { UploadPartInput, UploadPartOutput } from '../CosCalls.ts';
import type { SendOptions } from '../CosClient.ts';
import { readEmptyAnswer, writtenFields } from '../readAnswer.ts';
import type { Requester } from '../request.ts';
import { trafficHeaders } from '../trafficLimit.ts';

/** Upload Part (COS documentation 7750), with progress. The same number again replaces the part. */
export async function uploadPart(
  requester: Requester,
  { key, uploadId, partNumber, body, trafficLimit }: UploadPartInput,
  options: SendOptions = {},
): Promise<UploadPartOutput> {
  const answer = await requester.send(
    {
      operation: 'UploadPart',
      action: 'name/cos:UploadPart',
      purpose: 'upload',
      method: 'PUT',
      placement: 'header',
      key,
      query: { partNumber: String(partNumber), uploadId },
      headers: trafficHeaders(trafficLimit),
      body,
    },
    { priority: 'transfer', ...options },
  );
  readEmptyAnswer(answer);
  const { etag, crc64 } = writtenFields(answer.headers);
  return { ...(etag === undefined ? {} : { etag }), ...(crc64 === undefined ? {} : { crc64 }) };
}
