import type { GetThumbnailInput } from '../CosCalls.ts';
import type { CallOptions } from '../CosClient.ts';
import type { Requester } from '../request.ts';

/**
 * GET Object through image processing (COS documentation 36366), scaled down to fit a square, never up. What is made of
 * an image is not the object: its size and checksum say nothing about that. The lane is held until the body ends or is
 * cancelled.
 */
export async function getThumbnail(
  requester: Requester,
  { key, side }: GetThumbnailInput,
  options: CallOptions = {},
): Promise<ReadableStream<Uint8Array>> {
  const answer = await requester.open(
    {
      operation: 'GetObject',
      action: 'name/cos:GetObject',
      purpose: 'browse',
      method: 'GET',
      placement: 'query',
      key,
      query: { [`imageMogr2/thumbnail/${side}x${side}>`]: '' },
    },
    { priority: 'background', ...options },
  );
  return answer.body;
}
