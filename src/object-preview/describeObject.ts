import type { ObjectHead } from '#cos/CosObject.ts';
import { readMetadataValue } from '#cos/metadataHeaders.ts';
import type { ObjectKey } from '#cos/objectKey.ts';
import { storageClassLabel } from '#ui/storageClassLabel.ts';
import type { LateText } from '#text/LateText.ts';
import type { ObjectSource } from './ObjectSource.ts';

/** `words` are written for people; other values are drawn as code, letter by letter. */
export type Fact = readonly [label: string, value: string, look?: 'words'];

export interface ObjectDescription {
  readonly facts: readonly Fact[];
  /** `x-cos-meta-*`, names without the prefix. */
  readonly metadata: readonly Fact[];
  /** Every other readable header, as it came. */
  readonly others: readonly Fact[];
}

/** What is known without asking: the row of the listing. */
export function describeListed(
  { key, listed }: Pick<ObjectSource, 'key' | 'listed'>,
  { t, formats }: LateText,
): ObjectDescription {
  if (listed === undefined) return { facts: [[t.objectKey, key]], metadata: [], others: [] };
  const { sizeBytes, lastModified, storageClass, etag } = listed;
  const facts: readonly Fact[] = [
    [t.objectKey, key],
    [t.columnSize, t.sizeExact(formats.bytes(sizeBytes), formats.number(sizeBytes)), 'words'],
    [t.columnModified, formats.exactTime(lastModified), 'words'],
    [t.storageClass, storageClassLabel(storageClass, t), 'words'],
    [t.etag, etag],
  ];
  return { facts: facts.filter(([, value]) => value !== ''), metadata: [], others: [] };
}

const META = 'x-cos-meta-';
/** Told in words among the facts. */
const TOLD = new Set([
  'content-length',
  'content-type',
  'etag',
  'last-modified',
  'x-cos-hash-crc64ecma',
  'x-cos-storage-class',
  'x-cos-request-id',
  'x-cos-version-id',
  'x-cos-restore',
]);

/** Sorts what HEAD answered into what people ask for. Values are other people's: draw them as text. */
export function describeObject(key: ObjectKey, head: ObjectHead, { t, formats }: LateText): ObjectDescription {
  const { sizeBytes, lastModified, contentType, etag, crc64, requestId, headers = new Map<string, string>() } = head;
  const facts: readonly (readonly [string, string | undefined, 'words'?])[] = [
    [t.objectKey, key],
    [t.columnSize, t.sizeExact(formats.bytes(sizeBytes), formats.number(sizeBytes)), 'words'],
    [t.columnModified, lastModified && formats.exactTime(lastModified), 'words'],
    [t.contentType, contentType],
    // COS leaves the header out for the standard class.
    [t.storageClass, storageClassLabel(head.storageClass ?? 'STANDARD', t), 'words'],
    [t.etag, etag ?? t.hiddenByCors],
    [t.crc64, crc64 ?? t.hiddenByCors],
    [t.versionId, head.versionId],
    [t.requestId, requestId],
  ];
  const rest = [...headers].filter(([name]) => !TOLD.has(name)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    facts: facts.filter((fact): fact is Fact => fact[1] !== undefined && fact[1] !== ''),
    metadata: rest
      .filter(([name]) => name.startsWith(META))
      .map(([name, value]) => [name.slice(META.length), readMetadataValue(value)]),
    others: rest.filter(([name]) => !name.startsWith(META)),
  };
}
