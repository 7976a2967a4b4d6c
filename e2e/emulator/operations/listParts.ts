import type { OperationHandler } from '../OperationContext.ts';
import { renderXml, xmlElement } from '../xml.ts';
import { camIdentity } from './accountOf.ts';
import { findUpload } from './findUpload.ts';
import { readEncodingType, readInteger } from './listParameters.ts';

/** List Parts (COS documentation 7747), in the element order of its example and with its spelling of the class. */
export const listParts: OperationHandler = async ({ request, store }) => {
  const { bucket, key, query } = request;
  const upload = findUpload(request, store);
  const maxParts = readInteger(query, 'max-parts', { min: 1, max: 1000, fallback: 1000 });
  const marker = readInteger(query, 'part-number-marker', { min: 0, max: 10_000, fallback: 0 });
  const { encodingType, encode } = readEncodingType(query);
  const following = store.parts(bucket.name, upload.uploadId).filter((part) => part.partNumber > marker);
  const page = following.slice(0, maxParts);
  const isTruncated = following.length > page.length;
  const body = renderXml('ListPartsResult', [
    xmlElement('Bucket', bucket.name),
    xmlElement('EncodingType', encodingType),
    xmlElement('Key', encode(key)),
    xmlElement('UploadId', upload.uploadId),
    camIdentity('Owner', bucket),
    xmlElement('PartNumberMarker', marker),
    camIdentity('Initiator', bucket),
    ...page.map((part) =>
      xmlElement('Part', [
        xmlElement('PartNumber', part.partNumber),
        xmlElement('LastModified', new Date(Math.floor(part.lastModified / 1000) * 1000).toISOString()),
        xmlElement('ETag', `"${part.etag}"`),
        xmlElement('Size', part.sizeBytes),
      ]),
    ),
    xmlElement('StorageClass', upload.storageClass === 'STANDARD' ? 'Standard' : upload.storageClass),
    xmlElement('MaxParts', maxParts),
    xmlElement('IsTruncated', isTruncated),
    isTruncated ? xmlElement('NextPartNumberMarker', page.at(-1)?.partNumber ?? marker) : undefined,
  ]);
  return { status: 200, headers: { 'Content-Type': 'application/xml' }, body };
};
