import { randomBytes } from 'node:crypto';
import { combineChecksums } from '../combineChecksums.ts';
import type { OperationHandler } from '../OperationContext.ts';
import { childText, malformedXml, renderXml, xmlElement, type XmlNode } from '../xml.ts';
import { checkPartList, type ListedPart } from './checkPartList.ts';
import { findUpload } from './findUpload.ts';
import { objectUrl } from './objectUrl.ts';
import { readHeader } from './readHeader.ts';
import { readXmlBody } from './readXmlBody.ts';
import { refuseOverwrite } from './refuseOverwrite.ts';
import { newVersionId, versionHeader } from './versionIds.ts';
import { slowXmlAnswer } from './slowXmlAnswer.ts';

const MIB = 1024 * 1024;

/** Complete Multipart Upload (COS documentation 7742); answers as in [Note: 200 before the work is done]. */
export const completeMultipartUpload: OperationHandler = async ({ request, store, options }) => {
  const { bucket, key } = request;
  findUpload(request, store);
  const listed = readPartList(await readXmlBody(request, 'CompleteMultipartUpload'));

  // From here to store.complete nothing waits, so no other request can come between check and change.
  const { uploadId } = findUpload(request, store);
  const parts = checkPartList(listed, store.parts(bucket.name, uploadId), options.minimumPartBytes ?? MIB);
  refuseOverwrite(readHeader(request, 'x-cos-forbid-overwrite'), store, bucket, key)();
  const version = newVersionId(bucket);
  const etag = opaqueEtag(parts.length);
  const work = store.complete(
    bucket.name,
    uploadId,
    parts.map((part) => part.partNumber),
    { etag, ...version },
  );

  const result = renderXml(
    'CompleteMultipartUploadResult',
    [
      xmlElement('Location', objectUrl(request, key)),
      xmlElement('Bucket', bucket.name),
      xmlElement('Key', key),
      xmlElement('ETag', `"${etag}"`),
    ],
    { xmlns: 'http://www.qcloud.com/document/product/436/7751' },
  );
  return slowXmlAnswer(
    request,
    { 'x-cos-hash-crc64ecma': combineChecksums(parts), ...versionHeader(bucket, version) },
    work.then(() => result),
  );
};

/** Random on purpose: the real one is not derived from the parts as S3's is, so no client may compute or compare it. */
function opaqueEtag(partCount: number): string {
  return `${randomBytes(16).toString('hex')}-${partCount}`;
}

function readPartList({ children }: XmlNode): ListedPart[] {
  return children.map((node) => {
    const partNumber = childText(node, 'PartNumber')?.trim() ?? '';
    const etag = childText(node, 'ETag')?.trim();
    if (node.name !== 'Part' || !/^\d+$/.test(partNumber) || etag === undefined) throw malformedXml();
    return { partNumber: Number(partNumber), etag };
  });
}
