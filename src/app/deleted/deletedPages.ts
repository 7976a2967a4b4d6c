import type { DeletedPage } from '#bucket-browser/deleted/DeletedActions.ts';
import { callWithRetries } from '#cos/callWithRetries.ts';
import type { CosClient } from '#cos/CosClient.ts';
import { deletionOf } from '#cos/deletionOf.ts';
import { historiesBelow } from '#cos/historiesBelow.ts';
import { DELIMITER, type Prefix } from '#cos/objectKey.ts';

/**
 * What was deleted below a prefix, page by page: in the folder itself, or in all of its subfolders too.
 *
 * @throws CosError; FailureError `ListingBroken`; the signal's reason
 */
export async function* deletedPages(
  cos: Pick<CosClient, 'listObjectVersions'>,
  prefix: Prefix,
  isDeep: boolean,
  signal: AbortSignal,
): AsyncGenerator<DeletedPage> {
  const input = isDeep ? { prefix } : { prefix, delimiter: DELIMITER };
  const pages = historiesBelow(
    (page) => callWithRetries(() => cos.listObjectVersions(page, { signal }), { signal }),
    input,
  );
  for await (const { histories, commonPrefixes } of pages) {
    const deletions = histories.flatMap((history) => deletionOf(history) ?? []);
    yield { deletions, folders: commonPrefixes, looked: histories.length };
  }
}
