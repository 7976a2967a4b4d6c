import { toBase64Url } from './base64Url.ts';
import { packText } from './packText.ts';
import type { UploadRequest } from './UploadRequest.ts';

/** What an address of an upload request begins with, after `#`. */
export const UPLOAD_REQUEST_PATH = '/r/';

/** The fragment of a request's address, without `#`. `parseUploadRequest` reads it. */
export async function encodeUploadRequest(request: UploadRequest): Promise<string> {
  const json = JSON.stringify({
    v: 1,
    b: request.bucket,
    r: request.region,
    p: request.prefix,
    f: request.title,
    n: request.note,
    m: request.maxBytes,
    c: request.contentType,
    k: request.secretId,
    t: request.sessionToken,
    w: [request.startSeconds, request.endSeconds],
    s: request.signature,
  });
  return UPLOAD_REQUEST_PATH + toBase64Url(await packText(json));
}
