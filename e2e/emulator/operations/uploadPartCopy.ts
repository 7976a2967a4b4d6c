import type { OperationHandler } from '../OperationContext.ts';
import type { StoredPart } from '../objectStore.ts';
import { CosServiceError } from '../CosServiceError.ts';
import { renderXml, xmlElement } from '../xml.ts';
import { versionIdOf } from '../store/KeyHistory.ts';
import { findCopySource } from './copySource.ts';
import { MAX_BODY_BYTES } from './expectBody.ts';
import { findUpload, readPartNumber } from './findUpload.ts';
import { readHeader } from './readHeader.ts';
import { entityTooLarge, invalidArgument } from './refusals.ts';
import { slowXmlAnswer } from './slowXmlAnswer.ts';

/** Upload Part - Copy (COS documentation 8287): a part from (a range of) an object that is already there. */
export const uploadPartCopy: OperationHandler = async (context) => {
  const { request, store } = context;
  const { uploadId } = findUpload(request, store);
  const partNumber = readPartNumber(request);
  const { bucket, object } = findCopySource(context);
  const range = readCopyRange(readHeader(request, 'x-cos-copy-source-range'), object.sizeBytes);
  if (range.end - range.start >= MAX_BODY_BYTES) throw entityTooLarge();
  const body = store.read(bucket.name, object.key, range, versionIdOf(object));
  const work = store.writePart(request.bucket.name, uploadId, partNumber, body).then(copyPartResult);
  return slowXmlAnswer(request, {}, work);
};

/** `bytes=first-last`, both given and both inside the source. */
function readCopyRange(header: string | undefined, sizeBytes: number): { start: number; end: number } {
  if (header === undefined) return { start: 0, end: sizeBytes - 1 };
  const match = /^bytes=(\d+)-(\d+)$/.exec(header);
  const start = Number(match?.[1]);
  const end = Number(match?.[2]);
  if (match === null || end < start) throw invalidArgument('x-cos-copy-source-range must be bytes=first-last.');
  if (end >= sizeBytes) {
    throw new CosServiceError(416, 'InvalidRange', 'The requested range is not satisfiable.');
  }
  return { start, end };
}

function copyPartResult({ etag, lastModified }: StoredPart): string {
  return renderXml('CopyPartResult', [
    xmlElement('ETag', `"${etag}"`),
    xmlElement('LastModified', new Date(lastModified).toISOString().replace(/\.\d+Z$/, 'Z')),
  ]);
}
