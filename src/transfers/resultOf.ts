import type { TransferResult } from './TransferRun.ts';

/** How a transfer ended, from an answer that names the object; `crc64` is our own count, if there is one. */
export function resultOf(answer: {
  readonly verified: boolean;
  readonly etag?: string | undefined;
  readonly crc64: string | undefined;
  readonly requestId?: string | undefined;
}): TransferResult {
  const { verified, etag = '', crc64, requestId } = answer;
  return {
    etag,
    verified,
    ...(crc64 === undefined ? {} : { crc64 }),
    ...(requestId === undefined ? {} : { requestId }),
  };
}
