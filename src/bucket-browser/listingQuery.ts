import { queryOptions } from '@tanstack/react-query';
import type { Prefix } from '#cos/objectKey.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import type { ListingPage } from '#listing/listPrefix.ts';
import type { WriteLog } from './createWriteLog.ts';
import type { Listing } from './Listing.ts';
import { patchListing } from './patchListing.ts';

export interface ListingSource {
  readonly pages: (connectionId: string, prefix: Prefix, signal: AbortSignal) => AsyncIterable<ListingPage>;
  readonly writesOf: (connectionId: string) => WriteLog;
  readonly now: () => number;
}

export const listingKey = (connectionId: string, prefix: Prefix) => ['listing', connectionId, prefix] as const;

/**
 * A prefix, page by page. The first visit shows every page as it comes; a refresh works behind the list that is
 * there and replaces it in one go, so that rows never vanish and come back.
 */
export function listingQuery(source: ListingSource, connectionId: string, prefix: Prefix) {
  const queryKey = listingKey(connectionId, prefix);
  return queryOptions<Listing, Error, Listing, typeof queryKey>({
    queryKey,
    structuralSharing: false,
    staleTime: 30_000,
    // Retrying belongs to the client's policy; a second layer would only multiply it.
    retry: false,
    queryFn: async ({ signal, client }) => {
      const startedAt = source.now();
      const isRefresh = client.getQueryData<Listing>(queryKey)?.isComplete === true;
      const entries: ListingEntry[] = [];
      const snapshot = (isComplete: boolean): Listing => ({
        entries: patchListing([...entries], prefix, source.writesOf(connectionId).since(startedAt)),
        isComplete,
        startedAt,
      });
      for await (const page of source.pages(connectionId, prefix, signal)) {
        for (const entry of page.entries) entries.push(entry);
        if (!isRefresh && page.hasMore) client.setQueryData(queryKey, snapshot(false));
      }
      return snapshot(true);
    },
  });
}
