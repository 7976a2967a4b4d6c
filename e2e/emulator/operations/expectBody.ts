import { CosServiceError } from '../CosServiceError.ts';
import type { CosRequest } from '../OperationContext.ts';
import { readHeader } from './readHeader.ts';
import { entityTooLarge } from './refusals.ts';

/** Largest body of one request: simple upload, form upload, part, copy (COS documentation 14518). */
export const MAX_BODY_BYTES = 5 * 1024 ** 3;

/**
 * Judges by its headers a request that must carry a body, before the body is read.
 *
 * @param chunkedAllowed `Transfer-Encoding: chunked` may stand in for a length (PUT Object only)
 * @returns the check to make when the body has arrived
 */
export function expectBody(
  request: Pick<CosRequest, 'headers' | 'contentLength'>,
  { chunkedAllowed }: { readonly chunkedAllowed: boolean },
): (written: { readonly sizeBytes: number; readonly md5: string }) => void {
  const { contentLength } = request;
  const isChunked = request.headers.get('transfer-encoding')?.toLowerCase() === 'chunked';
  if (contentLength === undefined && !(isChunked && chunkedAllowed)) {
    throw new CosServiceError(411, 'MissingContentLength', 'You must provide the Content-Length HTTP header.');
  }
  if (contentLength !== undefined && contentLength > MAX_BODY_BYTES) throw entityTooLarge();
  const expectedMd5 = readContentMd5(readHeader(request, 'content-md5'));
  return ({ sizeBytes, md5 }) => {
    if (contentLength !== undefined && sizeBytes < contentLength) throw incompleteBody();
    if (sizeBytes > MAX_BODY_BYTES) throw entityTooLarge();
    checkDigest(expectedMd5, md5);
  };
}

/** `Content-MD5` as lower-case hex. Throws 400 InvalidDigest unless it is the Base64 of 16 bytes. */
export function readContentMd5(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const bytes = Buffer.from(header, 'base64');
  if (bytes.length !== 16 || bytes.toString('base64') !== header) {
    throw new CosServiceError(400, 'InvalidDigest', 'The Content-MD5 you specified is not valid.');
  }
  return bytes.toString('hex');
}

/** Throws 400 BadDigest when an expected MD5 is not the computed one; both hex. */
export function checkDigest(expected: string | undefined, computed: string): void {
  if (expected !== undefined && expected !== computed) {
    throw new CosServiceError(400, 'BadDigest', 'The Content-MD5 you specified did not match what we received.');
  }
}

/** For `.catch`: a body that broke off on its way in is the client's IncompleteBody, not a mistake of the emulator. */
export function onBrokenBody({ body }: Pick<CosRequest, 'body'>): (error: unknown) => never {
  return (error) => {
    throw body.errored !== null && !(error instanceof CosServiceError) ? incompleteBody() : error;
  };
}

function incompleteBody(): CosServiceError {
  return new CosServiceError(
    400,
    'IncompleteBody',
    'You did not provide the number of bytes specified by the Content-Length HTTP header.',
  );
}
