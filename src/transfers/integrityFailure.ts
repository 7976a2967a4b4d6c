import { FailureError } from '#lib/FailureError.ts';

/** The bytes at the other end are not ours. */
export function checksumMismatch(key: string, ours: string, theirs: string): FailureError {
  const message = `CRC-64 is ${theirs} on the server and ${ours} here`;
  return new FailureError({ kind: 'integrity', code: 'ChecksumMismatch', message, facts: { key } });
}
