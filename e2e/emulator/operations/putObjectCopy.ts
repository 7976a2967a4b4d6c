import type { OperationContext, OperationHandler } from '../OperationContext.ts';
import type { NewObject, StoredObject } from '../objectStore.ts';
import { CosServiceError } from '../CosServiceError.ts';
import { renderXml, xmlElement } from '../xml.ts';
import { versionIdOf } from '../store/KeyHistory.ts';
import { checkKey } from './checkKey.ts';
import { findCopySource, type CopySource } from './copySource.ts';
import { MAX_BODY_BYTES } from './expectBody.ts';
import { readHeader } from './readHeader.ts';
import { readNewObject } from './readNewObject.ts';
import { refuseOverwrite } from './refuseOverwrite.ts';
import { entityTooLarge, invalidArgument } from './refusals.ts';
import { newVersionId } from './versionIds.ts';
import { slowXmlAnswer } from './slowXmlAnswer.ts';

/** PUT Object - Copy (COS documentation 10881). Storage class and ACL are the request's, never the source's. */
export const putObjectCopy: OperationHandler = async (context) => {
  const { request, store } = context;
  const { bucket, key } = request;
  checkKey(key);
  const asked = readNewObject(request.headers);
  const directive = readDirective(readHeader(request, 'x-cos-metadata-directive'));
  const source = findCopySource(context);
  if (source.object.sizeBytes > MAX_BODY_BYTES) throw entityTooLarge();
  if (directive === 'Copy' && isOntoItself(context, source)) {
    throw new CosServiceError(
      400,
      'InvalidRequest',
      'A copy onto itself must replace its metadata: x-cos-metadata-directive: Replaced.',
    );
  }
  const checkAbsent = refuseOverwrite(readHeader(request, 'x-cos-forbid-overwrite'), store, bucket, key);
  checkAbsent();
  const tagging = readDirective(readHeader(request, 'x-cos-tagging-directive'), 'x-cos-tagging-directive');
  const { headers, tags } = source.object;
  const object: NewObject = {
    ...asked,
    ...(directive === 'Copy' ? { headers } : {}),
    ...(tagging === 'Copy' && tags !== undefined ? { tags } : {}),
    ...newVersionId(bucket),
  };
  const body = store.read(source.bucket.name, source.object.key, undefined, versionIdOf(source.object));
  return slowXmlAnswer(request, {}, store.write(bucket.name, key, body, object, checkAbsent).then(copyResult));
};

/** An older version is another source, though of the same name: this is how it is made the latest again. */
function isOntoItself({ request, store }: OperationContext, { bucket, object }: CopySource): boolean {
  if (bucket.name !== request.bucket.name || object.key !== request.key) return false;
  const latest = store.head(bucket.name, object.key);
  return latest !== undefined && versionIdOf(latest) === versionIdOf(object);
}

function readDirective(value = 'Copy', name = 'x-cos-metadata-directive'): 'Copy' | 'Replaced' {
  if (value !== 'Copy' && value !== 'Replaced') {
    throw invalidArgument(`${name} must be Copy or Replaced.`);
  }
  return value;
}

function copyResult({ etag, crc64, lastModified, versionId }: StoredObject): string {
  return renderXml('CopyObjectResult', [
    xmlElement('ETag', `"${etag}"`),
    xmlElement('CRC64', crc64),
    xmlElement('LastModified', new Date(lastModified).toISOString().replace(/\.\d+Z$/, 'Z')),
    versionId === undefined ? undefined : xmlElement('VersionId', versionId),
  ]);
}
