import type { OperationHandler } from '../OperationContext.ts';
import type { ObjectStore, StoredVersion } from '../objectStore.ts';
import { versionIdOf } from '../store/KeyHistory.ts';
import { renderXml, xmlElement, type XmlElement } from '../xml.ts';
import { appIdOf } from './accountOf.ts';
import { readEncodingType, readInteger } from './listParameters.ts';
import { invalidArgument } from './refusals.ts';
import { readDelimiter } from './readDelimiter.ts';

/**
 * GET Bucket Object versions (COS documentation 31551): keys in UTF-8 byte order, the versions of each newest first.
 * `version-id-marker` goes on inside the key that `key-marker` names.
 */
export const getBucketObjectVersions: OperationHandler = async ({ request, store }) => {
  const { bucket, query } = request;
  const prefix = query.get('prefix') ?? '';
  const keyMarker = query.get('key-marker') ?? '';
  const idMarker = query.get('version-id-marker') ?? '';
  if (idMarker !== '' && keyMarker === '') throw invalidArgument('version-id-marker needs key-marker.');
  const delimiter = readDelimiter(query);
  const maxKeys = readInteger(query, 'max-keys', { min: 1, max: 1000, fallback: 1000 });
  const { encodingType, encode } = readEncodingType(query);
  const rest = rowsAfter(allRows(store, bucket.name, prefix, delimiter), keyMarker, idMarker);
  const page = rest.slice(0, maxKeys);
  const last = rest.length > page.length ? page.at(-1) : undefined;
  const owner = appIdOf(bucket);
  const body = renderXml('ListVersionsResult', [
    encodingType === '' ? undefined : xmlElement('EncodingType', encodingType),
    xmlElement('Name', bucket.name),
    xmlElement('Prefix', encode(prefix)),
    xmlElement('KeyMarker', encode(keyMarker)),
    xmlElement('VersionIdMarker', idMarker),
    xmlElement('MaxKeys', maxKeys),
    xmlElement('IsTruncated', last !== undefined),
    last === undefined ? undefined : xmlElement('NextKeyMarker', encode(last.name)),
    last === undefined ? undefined : xmlElement('NextVersionIdMarker', last.version ? idOf(last.version) : ''),
    delimiter === '' ? undefined : xmlElement('Delimiter', encode(delimiter)),
    ...page
      .filter(({ version }) => version === undefined)
      .map(({ name }) => xmlElement('CommonPrefixes', [xmlElement('Prefix', encode(name))])),
    ...page.flatMap(({ version }) => (version === undefined ? [] : [describe(version, encode(version.key), owner)])),
  ]);
  return { status: 200, headers: { 'Content-Type': 'application/xml' }, body };
};

/** A version, or a common prefix, which has none. */
interface Row {
  readonly name: string;
  readonly version?: StoredVersion;
}

function allRows(store: ObjectStore, bucket: string, prefix: string, delimiter: string): Row[] {
  const rows: Row[] = [];
  for (const key of store.versionedKeys(bucket, prefix)) {
    const at = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
    const folded = key.slice(0, at + delimiter.length);
    if (at < 0) for (const version of store.versions(bucket, key)) rows.push({ name: key, version });
    else if (rows.at(-1)?.name !== folded) rows.push({ name: folded });
  }
  return rows;
}

function rowsAfter(rows: readonly Row[], keyMarker: string, idMarker: string): readonly Row[] {
  if (keyMarker === '') return rows;
  const last = rows.findLastIndex(
    ({ name, version }) => name === keyMarker && (idMarker === '' || (version && idOf(version) === idMarker)),
  );
  // A marker that is not there any more: the first name behind it. Buckets with versions are small here.
  return last >= 0 ? rows.slice(last + 1) : rows.filter(({ name }) => name > keyMarker);
}

/** Versions of a bucket that never kept any are shown like those written before it did. */
function idOf(version: StoredVersion): string {
  return versionIdOf(version);
}

function describe(version: StoredVersion, key: string, owner: string): XmlElement {
  const { isDeleteMarker, isLatest, lastModified, etag, sizeBytes, storageClass } = version;
  return xmlElement(isDeleteMarker ? 'DeleteMarker' : 'Version', [
    xmlElement('Key', key),
    xmlElement('VersionId', idOf(version)),
    xmlElement('IsLatest', isLatest),
    xmlElement('LastModified', new Date(Math.floor(lastModified / 1000) * 1000).toISOString()),
    isDeleteMarker ? undefined : xmlElement('ETag', `"${etag}"`),
    isDeleteMarker ? undefined : xmlElement('Size', sizeBytes),
    isDeleteMarker ? undefined : xmlElement('StorageClass', storageClass),
    xmlElement('Owner', [xmlElement('UID', owner)]),
  ]);
}
