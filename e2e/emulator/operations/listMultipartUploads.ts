import type { OperationHandler } from '../OperationContext.ts';
import type { StoredUpload } from '../objectStore.ts';
import { renderXml, xmlElement, type XmlElement } from '../xml.ts';
import { camIdentity } from './accountOf.ts';
import { readEncodingType, readInteger } from './listParameters.ts';
import { readDelimiter } from './readDelimiter.ts';
import { uploadPage } from './uploadPage.ts';

/** List Multipart Uploads (COS documentation 7736), with the hyphen of `Encoding-Type` and the order of its example. */
export const listMultipartUploads: OperationHandler = async ({ request, store }) => {
  const { bucket, query } = request;
  const prefix = query.get('prefix') ?? '';
  const keyMarker = query.get('key-marker') ?? '';
  const uploadIdMarker = query.get('upload-id-marker') ?? '';
  const delimiter = readDelimiter(query);
  const maxUploads = readInteger(query, 'max-uploads', { min: 1, max: 1000, fallback: 1000 });
  const { encodingType, encode } = readEncodingType(query);
  const page = uploadPage(store.uploads(bucket.name), { prefix, delimiter, keyMarker, uploadIdMarker, maxUploads });

  const upload = ({ key, uploadId, storageClass, initiated }: StoredUpload): XmlElement =>
    xmlElement('Upload', [
      xmlElement('Key', encode(key)),
      xmlElement('UploadId', uploadId),
      camIdentity('Initiator', bucket),
      camIdentity('Owner', bucket),
      xmlElement('StorageClass', storageClass === 'STANDARD' ? 'Standard' : storageClass),
      xmlElement('Initiated', cLibraryTime(initiated)),
    ]);
  const body = renderXml('ListMultipartUploadsResult', [
    xmlElement('Bucket', bucket.name),
    xmlElement('Encoding-Type', encodingType),
    xmlElement('KeyMarker', encode(keyMarker)),
    xmlElement('UploadIdMarker', uploadIdMarker),
    page.next === undefined ? undefined : xmlElement('NextKeyMarker', encode(page.next.keyMarker)),
    page.next === undefined ? undefined : xmlElement('NextUploadIdMarker', page.next.uploadIdMarker),
    xmlElement('MaxUploads', maxUploads),
    xmlElement('Prefix', encode(prefix)),
    xmlElement('Delimiter', encode(delimiter)),
    xmlElement('IsTruncated', page.next !== undefined),
    ...page.uploads.map(upload),
    ...page.commonPrefixes.map((folded) => xmlElement('CommonPrefixes', [xmlElement('Prefix', encode(folded))])),
  ]);
  return { status: 200, headers: { 'Content-Type': 'application/xml' }, body };
};

/** The form of the documents' example: `Wed Jan 18 16:04:17 2017`. In UTC. */
function cLibraryTime(time: number): string {
  const [weekday, day, month, year, clock] = new Date(time).toUTCString().replace(',', '').split(' ');
  return `${weekday} ${month} ${day} ${clock} ${year}`;
}
