import type { ListObjectsOutput } from '../CosCalls.ts';
import type { ListedObject } from '../CosObject.ts';
import { CosError } from '../CosError.ts';
import type { CosAnswer } from '../CosRequest.ts';
import { readXmlAnswer, unquoteEtag } from '../readAnswer.ts';
import { childrenOf, optionalText, requiredText, type XmlElement, XmlError } from '../xml.ts';
import { booleanField, dateField, sizeField } from './fields.ts';

/**
 * A page of a listing, read strictly (COS documentation 30614).
 *
 * @throws CosError for what is no such page, or one that contradicts itself or the question
 */
export function readListPage(answer: CosAnswer, prefix: string): ListObjectsOutput {
  const page = readXmlAnswer(answer, 'ListBucketResult', (root) => {
    const decode = optionalText(root, 'EncodingType') === 'url' ? decodeURIComponent : (text: string): string => text;
    const isTruncated = booleanField(root, 'IsTruncated');
    const next = optionalText(root, 'NextMarker');
    return {
      objects: childrenOf(root, 'Contents').map((contents) => listedObject(contents, decode)),
      commonPrefixes: childrenOf(root, 'CommonPrefixes').map((element) => decode(requiredText(element, 'Prefix'))),
      isTruncated,
      nextMarker: next === undefined || next === '' ? undefined : decode(next),
    };
  });
  const { objects, commonPrefixes, isTruncated, nextMarker } = page;
  if (isTruncated && nextMarker === undefined) throw broken(answer, 'says there is more but not where');
  const isForeign = (name: string): boolean => !name.startsWith(prefix);
  if (objects.some(({ key }) => isForeign(key)) || commonPrefixes.some(isForeign)) {
    throw broken(answer, 'holds names outside of the prefix that was asked for');
  }
  return { objects, commonPrefixes, ...(isTruncated && nextMarker !== undefined ? { nextMarker } : {}) };
}

function listedObject(contents: XmlElement, decode: (text: string) => string): ListedObject {
  const key = decode(requiredText(contents, 'Key'));
  if (key === '') throw new XmlError('An object without a name');
  return {
    key,
    sizeBytes: sizeField(contents, 'Size'),
    lastModified: dateField(contents, 'LastModified'),
    etag: unquoteEtag(requiredText(contents, 'ETag')),
    storageClass: optionalText(contents, 'StorageClass') ?? 'STANDARD',
  };
}

function broken({ status, headers, context }: CosAnswer, problem: string): CosError {
  const { action: _action, ...facts } = context;
  const requestId = headers.get('x-cos-request-id');
  return new CosError({
    kind: 'integrity',
    code: 'ListingBroken',
    message: `The listing ${problem}`,
    status,
    ...(requestId === null ? {} : { requestId }),
    facts,
  });
}
