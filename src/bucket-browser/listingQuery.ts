import { queryOptions } from '@tanstack/react-query';
import type { Prefix } from '#cos/objectKey.ts';
import { createListingIndex } from '#listing/createListingIndex.ts';
import type { ListingIndex } from '#listing/ListingIndex.ts';
import { applyWrites } from './applyWrites.ts';
import type { WriteLog } from './createWriteLog.ts';
import type { Listing } from './Listing.ts';

export interface ListingSource {
  /** Lists the prefix of an index into it; rejects when it cannot be listed whole. */
  readonly list: (
    connectionId: string,
    index: ListingIndex,
    options: { readonly signal: AbortSignal; readonly onPage: () => void },
  ) => Promise<void>;
  readonly writesOf: (connectionId: string) => WriteLog;
  readonly now: () => number;
}

/** A list that grows is drawn a few times per second, however many pages come. */
const SHOW_EVERY_MS = 200;

/** @param depth `deep`: everything below the prefix, not folded into folders */
export const listingKey = (connectionId: string, prefix: Prefix, depth: ListingDepth = 'here') =>
  ['listing', connectionId, prefix, depth] as const;

export type ListingDepth = 'here' | 'deep';

/**
 * A prefix, page by page. The first visit shows the first page when it is there and the others as they come; a refresh
 * works behind the list that is there and replaces it in one go, so that rows never vanish and come back.
 */
export function listingQuery(
  source: ListingSource,
  connectionId: string,
  prefix: Prefix,
  depth: ListingDepth = 'here',
) {
  const queryKey = listingKey(connectionId, prefix, depth);
  return queryOptions<Listing, Error, Listing, typeof queryKey>({
    queryKey,
    structuralSharing: false,
    staleTime: 30_000,
    // Retrying belongs to the client's policy; a second layer would only multiply it.
    retry: false,
    queryFn: async ({ signal, client }) => {
      const startedAt = source.now();
      const isRefresh = client.getQueryData<Listing>(queryKey)?.isComplete === true;
      const index = createListingIndex(prefix, { isRecursive: depth === 'deep' });
      let shownAt = Number.NEGATIVE_INFINITY;
      const snapshot = (isComplete: boolean): Listing => {
        applyWrites(index, source.writesOf(connectionId).since(startedAt));
        return { index, version: index.version, isComplete, startedAt };
      };
      const onPage = (): void => {
        if (isRefresh || signal.aborted || source.now() - shownAt < SHOW_EVERY_MS) return;
        shownAt = source.now();
        client.setQueryData(queryKey, snapshot(false));
      };
      await source.list(connectionId, index, { signal, onPage });
      return snapshot(true);
    },
  });
}
