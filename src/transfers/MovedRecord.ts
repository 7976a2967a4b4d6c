import type { ObjectKey } from '#cos/objectKey.ts';

/** What is remembered of a transfer that ended well. No secret and no address is in it. */
export interface MovedRecord {
  /** Of this shape; a record of another is passed over. */
  readonly version: 1;
  /** Milliseconds since 1970. */
  readonly endedAt: number;
  /** From its first byte to its end, waits and pauses included. */
  readonly durationMs: number;
  readonly direction: 'upload' | 'download';
  readonly bucket: string;
  readonly region: string;
  readonly key: ObjectKey;
  readonly name: string;
  readonly sizeBytes: number;
  /** Empty where the bucket's CORS rule hides it. */
  readonly etag: string;
  /** The checksum the bucket counted is ours. */
  readonly verified: boolean;
  /** CRC-64/ECMA as counted here, unsigned decimal. */
  readonly crc64?: string;
  /** `x-cos-request-id`, for support. */
  readonly requestId?: string;
}

export function isMovedRecord(value: unknown): value is MovedRecord {
  return typeof value === 'object' && value !== null && (value as MovedRecord).version === 1;
}
