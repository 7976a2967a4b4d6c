import { callWithRetries } from '#cos/callWithRetries.ts';
import type { CosClient } from '#cos/CosClient.ts';
import { baseName, DELIMITER, isAddressable, parentPrefix, type Prefix } from '#cos/objectKey.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import { FailureError } from '#lib/FailureError.ts';

export interface Chosen {
  /** The deepest folder that holds all of it. */
  readonly prefix: Prefix;
  readonly entries: readonly ListingEntry[];
}

/**
 * The rows behind names that were kept: folders as they are, objects as they are in the bucket now. What is not there any
 * more is left out.
 *
 * @param names keys, and prefixes that end with `/`
 * @throws FailureError `NoSuchKey` when nothing of it is there; CosError; the signal's reason
 */
export async function chosenAgain(
  cos: Pick<CosClient, 'listObjects'>,
  names: readonly string[],
  signal: AbortSignal,
): Promise<Chosen> {
  const find = async (key: string): Promise<readonly ListingEntry[]> => {
    if (key.endsWith(DELIMITER)) return [{ type: 'folder', prefix: key, name: baseName(key) }];
    const wanted = { prefix: key, maxKeys: 1 };
    // Of all keys that begin with it, the shortest comes first.
    const { objects } = await callWithRetries(() => cos.listObjects(wanted, { signal }), { signal });
    const found = objects.find((object) => object.key === key);
    return found ? [{ ...found, type: 'object', name: baseName(key), addressable: isAddressable(key) }] : [];
  };
  const entries = (await Promise.all(names.map(find))).flat();
  if (entries.length > 0) return { prefix: names.map(parentPrefix).reduce(folderOfBoth), entries };
  throw new FailureError({
    kind: 'service',
    code: 'NoSuchKey',
    message: 'Nothing that was shared is there any more',
    status: 404,
  });
}

function folderOfBoth(one: Prefix, other: Prefix): Prefix {
  let folder = one;
  while (!other.startsWith(folder)) folder = parentPrefix(folder);
  return folder;
}
