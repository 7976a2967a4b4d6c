import type { OperationHandler } from '../OperationContext.ts';
import { expectBody, onBrokenBody } from './expectBody.ts';
import { findUpload, readPartNumber } from './findUpload.ts';
import { requestedTrafficLimit, withTrafficLimit } from './trafficLimit.ts';
import { writtenHeaders } from './writtenHeaders.ts';

/** Upload Part (COS documentation 7750): the same number again replaces the part. */
export const uploadPart: OperationHandler = async ({ request, store }) => {
  const { uploadId } = findUpload(request, store);
  const partNumber = readPartNumber(request);
  const checkBody = expectBody(request, { chunkedAllowed: false });
  const body = withTrafficLimit(request.body, requestedTrafficLimit(request));
  const part = await store
    .writePart(request.bucket.name, uploadId, partNumber, body, checkBody)
    .catch(onBrokenBody(request));
  return { status: 200, headers: writtenHeaders(part) };
};
