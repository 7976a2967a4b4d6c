import type { PutObjectInput, PutObjectOutput } from '../CosCalls.ts';
import type { SendOptions } from '../CosClient.ts';
import { readEmptyAnswer, writtenFields } from '../readAnswer.ts';
import type { Requester } from '../request.ts';
import { writeHeaders } from './writeHeaders.ts';

/** PUT Object (COS documentation 7749), with progress. Overwrites unless `forbidOverwrite`. */
export async function putObject(
  requester: Requester,
  { key, body, ...headers }: PutObjectInput,
  options: SendOptions = {},
): Promise<PutObjectOutput> {
  const answer = await requester.send(
    {
      operation: 'PutObject',
      action: 'name/cos:PutObject',
      purpose: 'upload',
      method: 'PUT',
      placement: 'header',
      key,
      headers: writeHeaders(headers),
      body,
    },
    { priority: 'transfer', ...options },
  );
  readEmptyAnswer(answer);
  return writtenFields(answer.headers);
}
