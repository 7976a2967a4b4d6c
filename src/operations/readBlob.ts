import type { CosClient } from '#cos/CosClient.ts';
import type { ObjectKey } from '#cos/objectKey.ts';
import { FailureError } from '#lib/FailureError.ts';

export interface ReadBlobInput {
  readonly key: ObjectKey;
  /** Inclusive start, exclusive end, in bytes; not empty. */
  readonly range: { readonly start: number; readonly end: number };
  /** Of the object that was listed. */
  readonly etag: string;
}

/**
 * Reads a range into memory, whole or not at all.
 *
 * @throws CosError; FailureError `ObjectChanged` when it is another object by now, `UnexpectedAnswer` when the range was
 * ignored, `ConnectionLost` when it was cut short; the signal's reason
 */
export async function readBlob(
  cos: Pick<CosClient, 'getObject'>,
  { key, range, etag }: ReadBlobInput,
  signal: AbortSignal,
): Promise<Blob> {
  const answer = await cos.getObject({ key, range, asStored: true }, { priority: 'transfer', signal });
  const refuse = async (kind: 'integrity' | 'network', code: string, message: string): Promise<never> => {
    await answer.body.cancel().catch(() => undefined);
    throw new FailureError({ kind, code, message, facts: { key, operation: 'GetObject' } });
  };
  if (answer.etag !== undefined && answer.etag !== etag) {
    return refuse('integrity', 'ObjectChanged', 'It is not the object that was listed');
  }
  if (answer.startByte !== range.start) return refuse('integrity', 'UnexpectedAnswer', 'The range was ignored');
  const blob = await new Response(answer.body).blob();
  if (blob.size === range.end - range.start) return blob;
  throw new FailureError({ kind: 'network', code: 'ConnectionLost', message: 'The answer was cut short' });
}
