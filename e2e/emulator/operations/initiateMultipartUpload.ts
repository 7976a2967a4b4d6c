import type { OperationHandler } from '../OperationContext.ts';
import { renderXml, xmlElement } from '../xml.ts';
import { checkKey } from './checkKey.ts';
import { readHeader } from './readHeader.ts';
import { readNewObject } from './readNewObject.ts';
import { refuseOverwrite } from './refuseOverwrite.ts';

/** Initiate Multipart Upload (COS documentation 7746): metadata, class and ACL are settled here, not at Complete. */
export const initiateMultipartUpload: OperationHandler = async ({ request, store }) => {
  const { bucket, key } = request;
  checkKey(key);
  const object = readNewObject(request.headers);
  refuseOverwrite(readHeader(request, 'x-cos-forbid-overwrite'), store, bucket, key)();
  const { uploadId } = await store.createUpload(bucket.name, key, object);
  return {
    status: 200,
    headers: { 'Content-Type': 'application/xml' },
    body: renderXml('InitiateMultipartUploadResult', [
      xmlElement('Bucket', bucket.name),
      xmlElement('Key', key),
      xmlElement('UploadId', uploadId),
    ]),
  };
};
