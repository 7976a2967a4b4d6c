import type { CosClient } from '#cos/CosClient.ts';
import { DELIMITER, type ObjectKey } from '#cos/objectKey.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import { keysUnder } from './keysUnder.ts';

/** The objects among these rows and in their folders, each once; a folder's own marker is not one. */
export async function collectKeys(
  cos: CosClient,
  entries: readonly ListingEntry[],
  onFound: (count: number) => void,
  signal: AbortSignal,
): Promise<readonly ObjectKey[]> {
  const keys = new Set<ObjectKey>();
  for (const entry of entries) {
    if (entry.type === 'object') {
      keys.add(entry.key);
      continue;
    }
    for await (const page of keysUnder(cos, entry.prefix, signal)) {
      for (const key of page) if (!key.endsWith(DELIMITER)) keys.add(key);
      onFound(keys.size);
    }
  }
  return [...keys];
}
