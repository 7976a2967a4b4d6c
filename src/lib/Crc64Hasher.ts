/**
 * CRC-64/ECMA of bytes, as unsigned decimal text: what `x-cos-hash-crc64ecma` is compared with.
 *
 * Rejects with the signal's reason once that fires, and with a `FailureError` when the bytes cannot be read:
 * `FileUnreadable` (gone), `FileChanged` (rewritten since it was chosen).
 */
export type Crc64Hasher = (blob: Blob, signal?: AbortSignal) => Promise<string>;

/**
 * The same of bytes in memory. They move away while they are counted, so nothing is copied, and come back with the
 * checksum. Rejects with `FileWorkerStopped` when they are lost on the way.
 */
export type BlockHasher = (bytes: Uint8Array<ArrayBuffer>) => Promise<CountedBlock>;

export interface CountedBlock {
  readonly crc64: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
