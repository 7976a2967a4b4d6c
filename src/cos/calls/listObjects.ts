import type { CallOptions, ListedObject, ListObjectsInput, ListObjectsOutput } from '../CosClient.ts';
import { CosError } from '../CosError.ts';
import type { CosAnswer } from '../CosRequest.ts';
import { columnsOf } from '../createColumnWriter.ts';
import type { ListObjectColumnsOutput } from '../ObjectColumns.ts';
import { readXmlAnswer, unquoteEtag } from '../readAnswer.ts';
import type { Requester } from '../request.ts';
import { childrenOf, optionalText, requiredText, type XmlElement, XmlError } from '../xml.ts';
import { booleanField, dateField, sizeField } from './fields.ts';
import { scanListPage } from './scanListPage.ts';

/** A page of 1,000 keys of 850 bytes, percent-encoded, stays below this. */
const MAX_PAGE_BYTES = 8 * 1024 * 1024;

/** List Objects (COS documentation 30614). Keys come percent-encoded because XML cannot carry every character. */
export async function listObjects(
  requester: Requester,
  input: ListObjectsInput,
  options: CallOptions = {},
): Promise<ListObjectsOutput> {
  return readPage(await askForPage(requester, input, options), input.prefix);
}

/** The same page as columns: what lists of any size are made of. */
export async function listObjectColumns(
  requester: Requester,
  input: ListObjectsInput,
  options: CallOptions = {},
): Promise<ListObjectColumnsOutput> {
  const answer = await askForPage(requester, input, options);
  const scanned = scanListPage(answer.body, input.prefix);
  if (scanned !== undefined) return scanned;
  const { objects, commonPrefixes, nextMarker } = readPage(answer, input.prefix);
  const columns = columnsOf(input.prefix, commonPrefixes, objects);
  return { columns, ...(nextMarker === undefined ? {} : { nextMarker }) };
}

function askForPage(requester: Requester, input: ListObjectsInput, options: CallOptions): Promise<CosAnswer> {
  const { prefix, delimiter, marker, maxKeys } = input;
  return requester.ask(
    {
      operation: 'ListObjects',
      action: 'name/cos:GetBucket',
      purpose: 'browse',
      method: 'GET',
      placement: 'query',
      query: {
        prefix,
        'encoding-type': 'url',
        ...(delimiter ? { delimiter } : {}),
        ...(marker === undefined ? {} : { marker }),
        ...(maxKeys === undefined ? {} : { 'max-keys': String(maxKeys) }),
      },
    },
    options,
    MAX_PAGE_BYTES,
  );
}

function readPage(answer: CosAnswer, prefix: string): ListObjectsOutput {
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
