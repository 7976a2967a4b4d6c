import type { CosClient } from '#cos/CosClient.ts';
import type { ObjectKey, Prefix } from '#cos/objectKey.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import { listPrefix } from '#listing/listPrefix.ts';

/** Every key that starts with `prefix`, its own marker object included, page by page. */
export async function* keysUnder(
  cos: CosClient,
  prefix: Prefix,
  signal: AbortSignal,
): AsyncGenerator<readonly ObjectKey[], void> {
  for await (const page of listPrefix(cos, { prefix, recursive: true }, { signal })) {
    yield page.entries.flatMap((entry) => (entry.type === 'object' ? [entry.key] : []));
  }
}

/** What is in a prefix, page by page. */
export async function* entriesIn(
  cos: CosClient,
  prefix: Prefix,
  signal: AbortSignal,
): AsyncGenerator<readonly ListingEntry[], void> {
  for await (const page of listPrefix(cos, { prefix }, { signal })) yield page.entries;
}
