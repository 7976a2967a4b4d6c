import { callWithRetries } from '#cos/callWithRetries.ts';
import { compareKeys } from '#cos/compareKeys.ts';
import type { ListObjectsInput, ListObjectsOutput } from '#cos/CosCalls.ts';
import type { CosClient, Priority } from '#cos/CosClient.ts';
import type { ListedObject } from '#cos/CosObject.ts';
import { baseName, DELIMITER, isAddressable, type Prefix } from '#cos/objectKey.ts';
import type { RetryPolicy } from '#cos/retryPolicy.ts';
import { listingBroken } from './listingBroken.ts';
import type { ListingEntry } from './ListingEntry.ts';

export interface ListingPage {
  /** Folders of this page, then its objects; across pages in the order of COS. */
  readonly entries: readonly ListingEntry[];
  /** The object named like the prefix itself (`a/` in `a/`): what makes an empty folder exist. Not among the entries. */
  readonly folderMarker?: ListedObject;
  /** Another page follows. */
  readonly hasMore: boolean;
}

export interface ListPrefixInput {
  readonly prefix: Prefix;
  /** Everything below, not folded into folders; then the folder marker is an entry like any other. Default false. */
  readonly recursive?: boolean;
}

export interface ListPrefixOptions {
  readonly signal?: AbortSignal;
  readonly priority?: Priority;
  readonly policy?: RetryPolicy;
}

/**
 * Lists a prefix page by page; a page is asked for when the one before was taken. Ends after the last page or throws:
 * a list cut short is never passed off as whole.
 *
 * @throws CosError, `ListingBroken` among them when the marker does not move on; the signal's reason
 */
export async function* listPrefix(
  cos: Pick<CosClient, 'listObjects' | 'location'>,
  { prefix, recursive = false }: ListPrefixInput,
  { signal, priority = 'interactive', policy }: ListPrefixOptions = {},
): AsyncGenerator<ListingPage, void, undefined> {
  let marker: string | undefined;
  do {
    const input: ListObjectsInput = {
      prefix,
      ...(recursive ? {} : { delimiter: DELIMITER }),
      ...(marker === undefined ? {} : { marker }),
    };
    const page: ListObjectsOutput = await callWithRetries(
      () => cos.listObjects(input, { priority, ...(signal ? { signal } : {}) }),
      { ...(signal ? { signal } : {}), ...(policy ? { policy } : {}) },
    );
    const { nextMarker } = page;
    if (nextMarker !== undefined && compareKeys(nextMarker, marker ?? '') <= 0)
      throw listingBroken(cos.location, prefix);
    yield pageOf(page, prefix, recursive);
    marker = nextMarker;
  } while (marker !== undefined);
}

function pageOf(
  { objects, commonPrefixes, nextMarker }: ListObjectsOutput,
  prefix: Prefix,
  recursive: boolean,
): ListingPage {
  const folderMarker = recursive || prefix === '' ? undefined : objects.find((object) => object.key === prefix);
  return {
    entries: [
      ...commonPrefixes.map((inner): ListingEntry => ({ type: 'folder', prefix: inner, name: baseName(inner) })),
      ...objects.filter((object) => object !== folderMarker).map((object) => objectEntry(object, prefix)),
    ],
    ...(folderMarker ? { folderMarker } : {}),
    hasMore: nextMarker !== undefined,
  };
}

function objectEntry(object: ListedObject, prefix: Prefix): ListingEntry {
  const { key, sizeBytes, lastModified, etag, storageClass } = object;
  const name = key.slice(prefix.length);
  return { type: 'object', key, name, sizeBytes, lastModified, etag, storageClass, addressable: isAddressable(key) };
}
