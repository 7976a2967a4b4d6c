/**
 * CRC-64/ECMA of bytes, as unsigned decimal text: what `x-cos-hash-crc64ecma` is compared with.
 *
 * Rejects with the signal's reason once that fires, and with a `FailureError` when the bytes cannot be read:
 * `FileUnreadable` (gone), `FileChanged` (rewritten since it was chosen).
 */
export type Crc64Hasher = (blob: Blob, signal?: AbortSignal) => Promise<string>;
