import type { CosRequest, OperationHandler } from '../OperationContext.ts';
import type { ObjectStore, StoredObject } from '../objectStore.ts';
import { renderXml, xmlElement, type XmlElement } from '../xml.ts';
import { appIdOf } from './accountOf.ts';
import { readEncodingType, readInteger } from './listParameters.ts';
import { listPage } from './listPage.ts';
import { readDelimiter } from './readDelimiter.ts';
import { restoreStatus } from './storageClasses.ts';

/** GET Bucket, List Objects (COS documentation 30614). Element order as documented: common prefixes before contents. */
export const getBucket: OperationHandler = async ({ request, store }) => {
  const { bucket, query } = request;
  const prefix = query.get('prefix') ?? '';
  const marker = query.get('marker') ?? '';
  const delimiter = readDelimiter(query);
  const maxKeys = readInteger(query, 'max-keys', { min: 1, max: 1000, fallback: 1000 });
  const { encodingType, encode } = readEncodingType(query);
  const page = listPage(sourceOf(request, store), { prefix, delimiter, marker, maxKeys });
  const owner = appIdOf(bucket);
  const body = renderXml('ListBucketResult', [
    xmlElement('Name', bucket.name),
    encodingType === '' ? undefined : xmlElement('EncodingType', encodingType),
    xmlElement('Prefix', encode(prefix)),
    xmlElement('Marker', encode(marker)),
    xmlElement('MaxKeys', maxKeys),
    delimiter === '' ? undefined : xmlElement('Delimiter', encode(delimiter)),
    xmlElement('IsTruncated', page.isTruncated),
    page.isTruncated ? xmlElement('NextMarker', encode(page.last ?? '')) : undefined,
    ...page.commonPrefixes.map((folded) => xmlElement('CommonPrefixes', [xmlElement('Prefix', encode(folded))])),
    ...page.entries.map((object) => contents(object, encode(object.key), { owner, now: request.now })),
  ]);
  return {
    status: 200,
    headers: { 'Content-Type': 'application/xml', 'x-cos-bucket-region': bucket.region },
    body,
  };
};

function sourceOf({ bucket }: CosRequest, store: ObjectStore) {
  return {
    after: (prefix: string, after: string) => store.list(bucket.name, prefix, after),
    past: (prefix: string, passed: string) => store.listPast(bucket.name, prefix, passed),
  };
}

function contents(
  object: StoredObject,
  key: string,
  { owner, now }: { readonly owner: string; readonly now: number },
): XmlElement {
  const { etag, sizeBytes, storageClass, lastModified } = object;
  const status = restoreStatus(object, now);
  return xmlElement('Contents', [
    xmlElement('Key', key),
    // Whole seconds, written with milliseconds.
    xmlElement('LastModified', new Date(Math.floor(lastModified / 1000) * 1000).toISOString()),
    xmlElement('ETag', `"${etag}"`),
    xmlElement('Size', sizeBytes),
    xmlElement('Owner', [xmlElement('ID', owner), xmlElement('DisplayName', owner)]),
    xmlElement('StorageClass', storageClass),
    status === undefined ? undefined : xmlElement('RestoreStatus', status),
  ]);
}
