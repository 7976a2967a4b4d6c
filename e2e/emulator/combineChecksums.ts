import { crc64Combine } from './crc64.ts';

/** CRC-64 of parts in this order, from the CRC-64 of each: how COS knows the checksum of a multipart object. */
export function combineChecksums(parts: readonly { readonly crc64: string; readonly sizeBytes: number }[]): string {
  return parts.reduce((whole, part) => crc64Combine(whole, part.crc64, part.sizeBytes), '0');
}
