import { utf8Base64 } from '#cos/postPolicy.ts';
import type { UploadRequest } from './UploadRequest.ts';
import { uploadRequestPolicy } from './uploadRequestPolicy.ts';

/** The fields of a POST Object form (COS documentation 14690) that sends one file of an upload request, in order. */
export function uploadRequestForm(
  request: UploadRequest,
  key: string,
  contentType: string,
): readonly (readonly [name: string, value: string])[] {
  return [
    ['key', key],
    ['Content-Type', contentType],
    ['x-cos-forbid-overwrite', 'true'],
    ['policy', utf8Base64(uploadRequestPolicy(request))],
    ['q-sign-algorithm', 'sha1'],
    ['q-ak', request.secretId],
    ['q-key-time', `${request.startSeconds};${request.endSeconds}`],
    ['q-signature', request.signature],
    ['x-cos-security-token', request.sessionToken],
  ];
}
