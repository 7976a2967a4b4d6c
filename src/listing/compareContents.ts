import { callWithRetries } from '#cos/callWithRetries.ts';
import type { CosClient } from '#cos/CosClient.ts';
import type { ObjectKey } from '#cos/objectKey.ts';
import type { RetryPolicy } from '#cos/retryPolicy.ts';
import type { Crc64Hasher } from '#lib/Crc64Hasher.ts';

/** `unknown`: the sizes agree, and nobody could tell about the contents. */
export type Sameness = 'identical' | 'different' | 'unknown';

export interface Comparison {
  readonly sameness: Sameness;
  /** When the object was written, as far as HEAD told. */
  readonly lastModified?: Date;
}

/**
 * Compares an object with a local file of the same size, byte for byte as far as CRC-64 goes: HEAD Object tells the
 * one's (`x-cos-hash-crc64ecma`, COS documentation 7745), the file is read for the other. Nothing is read when the
 * bucket hides its checksum, or the object has none or was replaced meanwhile.
 *
 * Never rejects but with the signal's reason: what cannot be compared is `unknown`.
 */
export async function compareContents(
  {
    cos,
    crc64,
    policy,
  }: { readonly cos: Pick<CosClient, 'headObject'>; readonly crc64: Crc64Hasher; readonly policy?: RetryPolicy },
  { key, file }: { readonly key: ObjectKey; readonly file: Blob },
  signal: AbortSignal,
): Promise<Comparison> {
  try {
    const head = await callWithRetries(() => cos.headObject({ key }, { signal, priority: 'background' }), {
      signal,
      ...(policy ? { policy } : {}),
    });
    const when = head.lastModified === undefined ? {} : { lastModified: head.lastModified };
    if (head.sizeBytes !== file.size) return { sameness: 'different', ...when };
    if (head.crc64 === undefined) return { sameness: 'unknown', ...when };
    const ours = await crc64(file, signal);
    return { sameness: ours === head.crc64 ? 'identical' : 'different', ...when };
  } catch {
    signal.throwIfAborted();
    return { sameness: 'unknown' };
  }
}
