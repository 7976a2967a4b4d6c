import { compareKeys } from '#cos/compareKeys.ts';
import type { CosClient } from '#cos/CosClient.ts';
import type { ListedObject } from '#cos/CosObject.ts';
import { DELIMITER } from '#cos/objectKey.ts';
import { FailureError } from '#lib/FailureError.ts';

/**
 * The objects of a root, page by page: all keys below a prefix, its own marker object included, or the one object of
 * this key, which a listing finds also where no URL can name it.
 *
 * @throws FailureError `ListingBroken` when the marker does not move on
 */
export async function* listedBelow(
  cos: Pick<CosClient, 'listObjects'>,
  from: string,
): AsyncGenerator<readonly ListedObject[]> {
  if (!from.endsWith(DELIMITER)) {
    const { objects } = await cos.listObjects({ prefix: from, maxKeys: 1 });
    if (objects[0]?.key === from) yield [objects[0]];
    return;
  }
  let marker: string | undefined;
  do {
    const page = await cos.listObjects({ prefix: from, ...(marker === undefined ? {} : { marker }) });
    if (page.nextMarker !== undefined && compareKeys(page.nextMarker, marker ?? '') <= 0) {
      const message = 'The listing does not move on';
      throw new FailureError({ kind: 'integrity', code: 'ListingBroken', message, facts: { key: from } });
    }
    yield page.objects;
    marker = page.nextMarker;
  } while (marker !== undefined);
}
