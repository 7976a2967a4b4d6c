import type { OperationHandler } from '../OperationContext.ts';
import { findUpload } from './findUpload.ts';

/** Abort Multipart Upload (COS documentation 7740): the parts are gone; a second abort finds no upload. */
export const abortMultipartUpload: OperationHandler = async ({ request, store }) => {
  const { uploadId } = findUpload(request, store);
  await store.abort(request.bucket.name, uploadId);
  return { status: 204 };
};
