import type { GetObjectInput, GetObjectOutput } from '../CosCalls.ts';
import type { CallOptions } from '../CosClient.ts';
import { unexpectedAnswer } from '../serviceError.ts';
import type { OpenAnswer, Requester } from '../request.ts';
import { contentRangeOf, objectHead, sizeOf } from './objectHead.ts';
import { versionQuery } from './versionQuery.ts';

/** A transfer by a signed URL is cut when its window ends, so a stream gets more time than a question. */
const WINDOW_SECONDS = 1800;

/** GET Object (COS documentation 7753), whole or one range. The lane is held until the body ends or is cancelled. */
export async function getObject(
  requester: Requester,
  { key, versionId, range, asStored }: GetObjectInput,
  options: CallOptions = {},
): Promise<GetObjectOutput> {
  const answer = await requester.open(
    {
      operation: 'GetObject',
      action: 'name/cos:GetObject',
      purpose: 'browse',
      method: 'GET',
      placement: 'query',
      key,
      windowSeconds: WINDOW_SECONDS,
      ...versionQuery(versionId, asStored ? { 'response-content-encoding': 'identity' } : {}),
      // A simple range is a safelisted header: no preflight.
      ...(range ? { headers: { Range: `bytes=${range.start}-${range.end === undefined ? '' : range.end - 1}` } } : {}),
    },
    { priority: 'transfer', ...options },
  );
  try {
    return { ...describe(answer, range?.start), body: answer.body };
  } catch (error) {
    answer.body.cancel().catch(() => {});
    throw error;
  }
}

function describe(answer: OpenAnswer, askedStart = 0): Omit<GetObjectOutput, 'body'> {
  if (answer.status !== 206) return { ...objectHead(answer, sizeOf(answer)), startByte: 0 };
  const { startByte, sizeBytes } = contentRangeOf(answer);
  if (startByte !== askedStart) {
    const { status, headers, context } = answer;
    throw unexpectedAnswer('The range is not the one that was asked for', status, headers, context);
  }
  return { ...objectHead(answer, sizeBytes), startByte };
}
