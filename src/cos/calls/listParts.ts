import type { ListPartsInput, ListPartsOutput } from '../CosCalls.ts';
import type { CallOptions } from '../CosClient.ts';
import { readXmlAnswer, unquoteEtag } from '../readAnswer.ts';
import type { Requester } from '../request.ts';
import { childrenOf, requiredText, XmlError } from '../xml.ts';
import { booleanField, optionalNumberField, sizeField } from './fields.ts';

const MAX_PAGE_BYTES = 1024 * 1024;

/** List Parts (COS documentation 7747): the server's word on what has arrived. */
export async function listParts(
  requester: Requester,
  { key, uploadId, partNumberMarker, maxParts }: ListPartsInput,
  options: CallOptions = {},
): Promise<ListPartsOutput> {
  const answer = await requester.ask(
    {
      operation: 'ListParts',
      action: 'name/cos:ListParts',
      purpose: 'upload',
      method: 'GET',
      placement: 'query',
      key,
      query: {
        uploadId,
        'encoding-type': 'url',
        ...(partNumberMarker === undefined ? {} : { 'part-number-marker': String(partNumberMarker) }),
        ...(maxParts === undefined ? {} : { 'max-parts': String(maxParts) }),
      },
    },
    options,
    MAX_PAGE_BYTES,
  );
  return readXmlAnswer(answer, 'ListPartsResult', (root) => {
    const parts = childrenOf(root, 'Part').map((part) => ({
      partNumber: sizeField(part, 'PartNumber'),
      etag: unquoteEtag(requiredText(part, 'ETag')),
      sizeBytes: sizeField(part, 'Size'),
    }));
    if (!booleanField(root, 'IsTruncated')) return { parts };
    const next = optionalNumberField(root, 'NextPartNumberMarker');
    // A page that does not move on would be asked for for ever.
    if (next === undefined || next <= (partNumberMarker ?? 0))
      throw new XmlError('<NextPartNumberMarker> does not grow');
    return { parts, nextPartNumberMarker: next };
  });
}
