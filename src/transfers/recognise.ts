import type { ObjectHead } from '#cos/CosObject.ts';
import { toFailure } from '#lib/Failure.ts';
import { persist } from './persist.ts';
import { resultOf } from './resultOf.ts';
import type { TransferResult, TransferRun } from './TransferRun.ts';

/** What the object must be to be ours. */
export interface Expected {
  readonly key: string;
  readonly sizeBytes: number;
  /** Of the whole file; a function where counting it is only worth it once there is an object of this size. */
  readonly crc64: string | (() => Promise<string>);
  /** Given after a Complete: how many parts the ETag's `-N` must show when the checksum is hidden. */
  readonly partCount?: number;
}

/**
 * [Note: Recognising our own work] A write whose answer was lost has either happened or not, and trying again answers
 * `FileAlreadyExists` or `NoSuchUpload` when it has. So the object is asked: same size and same CRC-64 means done.
 * Where the CORS rule hides the checksum, only an ETag with our number of parts counts, and "verified" is not claimed.
 *
 * Undefined when the object is absent or somebody else's.
 */
export async function recognise(run: TransferRun, expected: Expected): Promise<TransferResult | undefined> {
  const head = await headIfPresent(run, expected.key);
  const compared = head && (await compareHead(head, expected));
  return typeof compared === 'object' ? compared : undefined;
}

/** `other`: it is not what was expected. `unknown`: it has the size, and nothing that can be read says more. */
export async function compareHead(
  head: ObjectHead,
  { sizeBytes, crc64, partCount }: Expected,
): Promise<TransferResult | 'other' | 'unknown'> {
  if (head.sizeBytes !== sizeBytes) return 'other';
  if (head.crc64 !== undefined) {
    const ours = typeof crc64 === 'string' ? crc64 : await crc64();
    return head.crc64 === ours ? resultOf({ ...head, verified: true, crc64: ours }) : 'other';
  }
  if (head.etag === undefined || partCount === undefined) return 'unknown';
  return head.etag.endsWith(`-${partCount}`) ? resultOf({ ...head, verified: false, crc64: undefined }) : 'other';
}

/** What HEAD says; undefined when there is no such object. */
export async function headIfPresent(run: TransferRun, key: string): Promise<ObjectHead | undefined> {
  try {
    return await persist(run, { kind: 'answer' }, (options) => run.cos.headObject({ key }, options));
  } catch (error) {
    run.signal.throwIfAborted();
    if (toFailure(error).status === 404) return undefined;
    throw error;
  }
}
