import type { Failure } from './Failure.ts';

/** Codes of COS that speak of keys, bucket, clock or permission rather than of one object. */
const SERVICE_CODES: ReadonlySet<string> = new Set([
  'AccessDenied',
  'AccessForbidden',
  'ExpiredToken',
  'InvalidAccessKeyId',
  'NoSuchBucket',
  'RequestTimeTooSkewed',
  'SignatureDoesNotMatch',
]);

/** True where a look at the set-up may find the cause: the way to the bucket, the keys, the rules. */
export function concernsSetUp({ kind, code }: Failure): boolean {
  if (kind === 'cors' || kind === 'credentials') return true;
  if (kind === 'network') return code !== 'Offline';
  return code === 'UnexpectedAnswer' || SERVICE_CODES.has(code);
}
