import type { ListObjectVersionsInput, ListObjectVersionsOutput } from '../CosCalls.ts';
import type { CallOptions } from '../CosClient.ts';
import type { ObjectVersion } from '../CosObject.ts';
import { readXmlAnswer, unquoteEtag } from '../readAnswer.ts';
import type { Requester } from '../request.ts';
import { childrenOf, optionalText, requiredText, type XmlElement, XmlError } from '../xml.ts';
import { booleanField, dateField, sizeField } from './fields.ts';

const MAX_ANSWER_BYTES = 8 * 1024 * 1024;

/**
 * GET Bucket Object versions (COS documentation 31551). Versions and delete markers are told in two kinds of elements,
 * and come back as one list in the order of the answer: of each key the newest first.
 */
export async function listObjectVersions(
  requester: Requester,
  { prefix, delimiter, keyMarker, versionIdMarker, maxKeys }: ListObjectVersionsInput,
  options: CallOptions = {},
): Promise<ListObjectVersionsOutput> {
  const answer = await requester.ask(
    {
      operation: 'GetBucketObjectVersions',
      action: 'name/cos:GetBucketObjectVersions',
      purpose: 'browse',
      method: 'GET',
      placement: 'query',
      query: {
        versions: '',
        prefix,
        'encoding-type': 'url',
        ...(delimiter === undefined ? {} : { delimiter }),
        ...(keyMarker === undefined ? {} : { 'key-marker': keyMarker }),
        ...(versionIdMarker === undefined ? {} : { 'version-id-marker': versionIdMarker }),
        ...(maxKeys === undefined ? {} : { 'max-keys': String(maxKeys) }),
      },
    },
    options,
    MAX_ANSWER_BYTES,
  );
  return readXmlAnswer(answer, 'ListVersionsResult', (root) => {
    const versions = root.children.filter(({ name }) => name === 'Version' || name === 'DeleteMarker').map(readVersion);
    const commonPrefixes = childrenOf(root, 'CommonPrefixes').map((element) =>
      decodeURIComponent(requiredText(element, 'Prefix')),
    );
    const page = { versions, ...(delimiter === undefined ? {} : { commonPrefixes }) };
    if (!booleanField(root, 'IsTruncated')) return page;
    const nextKeyMarker = decodeURIComponent(requiredText(root, 'NextKeyMarker'));
    if (nextKeyMarker === '') throw new XmlError('<NextKeyMarker> is empty');
    const nextVersionIdMarker = optionalText(root, 'NextVersionIdMarker') ?? '';
    return { ...page, nextKeyMarker, ...(nextVersionIdMarker === '' ? {} : { nextVersionIdMarker }) };
  });
}

function readVersion(element: XmlElement): ObjectVersion {
  const facts = {
    key: decodeURIComponent(requiredText(element, 'Key')),
    // Empty where versions were never kept (COS documentation 31551).
    versionId: optionalText(element, 'VersionId') || 'null',
    isLatest: booleanField(element, 'IsLatest'),
    lastModified: dateField(element, 'LastModified'),
  };
  if (element.name === 'DeleteMarker') return { ...facts, isDeleteMarker: true };
  return {
    ...facts,
    isDeleteMarker: false,
    sizeBytes: sizeField(element, 'Size'),
    etag: unquoteEtag(requiredText(element, 'ETag')),
    storageClass: optionalText(element, 'StorageClass') ?? 'STANDARD',
  };
}
