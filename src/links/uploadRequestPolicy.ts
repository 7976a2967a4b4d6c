import type { UploadRequestTerms } from './UploadRequest.ts';

/**
 * The policy of an upload request as JSON text (COS documentation 14690). Requester and sender make it from the same
 * terms, so it need not travel; the signature is over exactly these bytes, so version 1 of the address means this text.
 *
 * It lets in objects below one prefix, no larger than asked, of the asked types, until the end. Every field with a
 * condition has to be in the form, so nobody can leave out `x-cos-forbid-overwrite`. No other verb is signed: the holder
 * can neither list nor read nor delete.
 */
export function uploadRequestPolicy(terms: UploadRequestTerms): string {
  const { bucket, prefix, maxBytes, contentType, secretId, startSeconds, endSeconds } = terms;
  return JSON.stringify({
    expiration: new Date(endSeconds * 1000).toISOString(),
    conditions: [
      { bucket },
      ['starts-with', '$key', prefix],
      ['content-length-range', 0, maxBytes],
      ['starts-with', '$Content-Type', contentType],
      { 'x-cos-forbid-overwrite': 'true' },
      ['starts-with', '$x-cos-security-token', ''],
      { 'q-sign-algorithm': 'sha1' },
      { 'q-ak': secretId },
      { 'q-sign-time': `${startSeconds};${endSeconds}` },
    ],
  });
}
