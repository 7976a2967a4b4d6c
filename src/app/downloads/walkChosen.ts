import type { CosClient } from '#cos/CosClient.ts';
import { DELIMITER, type ObjectKey, type Prefix } from '#cos/objectKey.ts';
import type { RetryPolicy } from '#cos/retryPolicy.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import { listPrefix } from '#listing/listPrefix.ts';

/** An object that was chosen, itself or with its folder. */
export interface ChosenObject {
  readonly key: ObjectKey;
  /** The key below the prefix on screen. */
  readonly relativeKey: string;
  readonly sizeBytes: number;
  readonly lastModified: Date;
  /** It only says that a folder exists: an empty object whose key ends with `/`. */
  readonly isFolderMarker: boolean;
}

/**
 * Everything behind one chosen row, page by page: the object itself, or all that is in the folder. A page is asked for
 * when the one before was taken.
 *
 * @throws CosError when a page cannot be had: a folder is listed whole or not at all
 */
export async function* walkChosen(
  cos: Pick<CosClient, 'listObjects' | 'location'>,
  prefix: Prefix,
  entry: ListingEntry,
  options: { readonly policy?: RetryPolicy } = {},
): AsyncGenerator<readonly ChosenObject[], void> {
  if (entry.type === 'object') {
    yield [chosenObject(entry, prefix)];
    return;
  }
  for await (const page of listPrefix(cos, { prefix: entry.prefix, recursive: true }, options)) {
    yield page.entries.flatMap((found) => (found.type === 'object' ? [chosenObject(found, prefix)] : []));
  }
}

function chosenObject(
  { key, sizeBytes, lastModified }: Extract<ListingEntry, { type: 'object' }>,
  prefix: Prefix,
): ChosenObject {
  const isFolderMarker = key.endsWith(DELIMITER) && sizeBytes === 0;
  return { key, relativeKey: key.slice(prefix.length), sizeBytes, lastModified, isFolderMarker };
}
