import type { OperationHandler } from '../OperationContext.ts';
import { checkKey } from './checkKey.ts';
import { expectBody, onBrokenBody } from './expectBody.ts';
import { readHeader } from './readHeader.ts';
import { readNewObject } from './readNewObject.ts';
import { refuseOverwrite } from './refuseOverwrite.ts';
import { requestedTrafficLimit, withTrafficLimit } from './trafficLimit.ts';
import { newVersionId, versionHeader } from './versionIds.ts';
import { writtenHeaders } from './writtenHeaders.ts';

/** PUT Object (COS documentation 7749). */
export const putObject: OperationHandler = async ({ request, store }) => {
  const { bucket, key } = request;
  checkKey(key);
  const object = { ...readNewObject(request.headers), ...newVersionId(bucket) };
  const checkBody = expectBody(request, { chunkedAllowed: true });
  const checkAbsent = refuseOverwrite(readHeader(request, 'x-cos-forbid-overwrite'), store, bucket, key);
  checkAbsent();
  const body = withTrafficLimit(request.body, requestedTrafficLimit(request));
  const stored = await store
    .write(bucket.name, key, body, object, (written) => {
      checkBody(written);
      checkAbsent();
    })
    .catch(onBrokenBody(request));
  return { status: 200, headers: { ...writtenHeaders(stored), ...versionHeader(bucket, stored) } };
};
