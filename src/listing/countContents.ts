import { callWithRetries } from '#cos/callWithRetries.ts';
import type { CosClient } from '#cos/CosClient.ts';
import type { ContentsTally } from './createContentsTally.ts';
import type { ListingEntry } from './ListingEntry.ts';
import { listInto } from './listInto.ts';

export interface CountContentsOptions {
  readonly signal: AbortSignal;
  /** More was counted. */
  readonly onProgress: () => void;
}

/**
 * Counts chosen objects and everything below chosen folders, over as many lanes as a listing takes.
 *
 * @throws CosError; the signal's reason. What was counted until then stays in the tally, and is not the whole.
 */
export async function countContents(
  cos: Pick<CosClient, 'listObjects' | 'listObjectColumns' | 'location'>,
  entries: readonly ListingEntry[],
  tally: ContentsTally,
  { signal, onProgress }: CountContentsOptions,
): Promise<void> {
  for (const entry of entries) {
    if (entry.type === 'object') tally.addObject(entry);
    else {
      const target = {
        prefix: entry.prefix,
        isRecursive: true,
        addPage: (_after: string, columns: Parameters<ContentsTally['addPage']>[0]) => tally.addPage(columns),
      };
      // The object that only says that the folder exists is no row of a listing, but it is there.
      // oxlint-disable-next-line no-await-in-loop -- each takes all lanes there are
      const { objects } = await callWithRetries(
        () => cos.listObjects({ prefix: entry.prefix, maxKeys: 1 }, { signal }),
        {
          signal,
        },
      );
      if (objects[0]?.key === entry.prefix) tally.addObject(objects[0]);
      // oxlint-disable-next-line no-await-in-loop -- as above
      await listInto(cos, target, { signal, onPage: onProgress });
    }
  }
  onProgress();
}
