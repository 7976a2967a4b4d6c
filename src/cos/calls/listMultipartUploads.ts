import type { ListMultipartUploadsInput, ListMultipartUploadsOutput } from '../CosCalls.ts';
import type { CallOptions } from '../CosClient.ts';
import { readXmlAnswer } from '../readAnswer.ts';
import type { Requester } from '../request.ts';
import { childrenOf, optionalText, requiredText, type XmlElement, XmlError } from '../xml.ts';
import { booleanField } from './fields.ts';

const MAX_PAGE_BYTES = 8 * 1024 * 1024;

/** List Multipart Uploads (COS documentation 7736): unfinished uploads below a prefix. */
export async function listMultipartUploads(
  requester: Requester,
  { prefix, keyMarker, uploadIdMarker }: ListMultipartUploadsInput,
  options: CallOptions = {},
): Promise<ListMultipartUploadsOutput> {
  const answer = await requester.ask(
    {
      operation: 'ListMultipartUploads',
      action: 'name/cos:ListMultipartUploads',
      purpose: 'upload',
      method: 'GET',
      placement: 'query',
      query: {
        uploads: '',
        prefix,
        'encoding-type': 'url',
        ...(keyMarker === undefined ? {} : { 'key-marker': keyMarker }),
        ...(uploadIdMarker === undefined ? {} : { 'upload-id-marker': uploadIdMarker }),
      },
    },
    options,
    MAX_PAGE_BYTES,
  );
  return readXmlAnswer(answer, 'ListMultipartUploadsResult', (root) => {
    // The documentation spells it both ways.
    const encoding = optionalText(root, 'EncodingType') ?? optionalText(root, 'Encoding-Type');
    const decode = encoding === 'url' ? decodeURIComponent : (text: string): string => text;
    const uploads = childrenOf(root, 'Upload').map((upload) => unfinishedUpload(upload, decode));
    if (!booleanField(root, 'IsTruncated')) return { uploads };
    const nextKeyMarker = decode(requiredText(root, 'NextKeyMarker'));
    const nextUploadIdMarker = optionalText(root, 'NextUploadIdMarker');
    if (nextKeyMarker === keyMarker && nextUploadIdMarker === uploadIdMarker)
      throw new XmlError('The marker does not grow');
    return { uploads, nextKeyMarker, ...(nextUploadIdMarker === undefined ? {} : { nextUploadIdMarker }) };
  });
}

function unfinishedUpload(
  upload: XmlElement,
  decode: (text: string) => string,
): ListMultipartUploadsOutput['uploads'][number] {
  const key = decode(requiredText(upload, 'Key'));
  const uploadId = requiredText(upload, 'UploadId');
  const initiated = timeOf(optionalText(upload, 'Initiated') ?? '');
  return Number.isNaN(initiated.getTime()) ? { key, uploadId } : { key, uploadId, initiated };
}

/**
 * The documentation's examples show the C library's form (`Wed Jan 18 00:32:43 2017`) beside ISO 8601. The first names no
 * zone and would be read as local time; COS counts in UTC. An unreadable time is left out.
 */
function timeOf(text: string): Date {
  return new Date(/^\w{3} \w{3} +\d+ [\d:]+ \d{4}$/.test(text) ? `${text} UTC` : text);
}
