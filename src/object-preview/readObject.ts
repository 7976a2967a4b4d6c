import { callWithRetries } from '#cos/callWithRetries.ts';
import type { CosClient } from '#cos/CosClient.ts';
import type { ObjectKey } from '#cos/objectKey.ts';
import { collectBytes } from '#lib/collectBytes.ts';
import { FailureError } from '#lib/FailureError.ts';

export interface ObjectBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of the whole object. */
  readonly sizeBytes: number;
  readonly etag: string | undefined;
}

/**
 * Bytes `start` to `end` of an object (fewer where it ends earlier), as they are stored, retried as a person's question
 * is. It never holds more than was asked for, whatever the server sends.
 *
 * @throws CosError, FailureError `SizeMismatch` for an answer that is shorter; the signal's reason
 */
export function readObject(
  cos: Pick<CosClient, 'getObject'>,
  key: ObjectKey,
  { start, end }: { readonly start: number; readonly end: number },
  signal: AbortSignal,
): Promise<ObjectBytes> {
  return callWithRetries(
    async () => {
      const answer = await cos.getObject(
        { key, range: { start, end }, asStored: true },
        { signal, priority: 'interactive' },
      );
      // A server that ignores ranges answers from the start.
      const skip = start - answer.startByte;
      const wanted = Math.min(end, answer.sizeBytes) - start;
      const bytes = await collectBytes(answer.body, skip, wanted);
      if (bytes.length === wanted) return { bytes, sizeBytes: answer.sizeBytes, etag: answer.etag };
      const message = `Got ${bytes.length} bytes of ${wanted}`;
      throw new FailureError({ kind: 'integrity', code: 'SizeMismatch', message, facts: { key } });
    },
    { signal },
  );
}
