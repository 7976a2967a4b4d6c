import { QueryClient } from '@tanstack/react-query';
import { createWriteLog, type WriteLog } from '#bucket-browser/createWriteLog.ts';
import type { ListingSource } from '#bucket-browser/listingQuery.ts';
import type { CosClient } from '#cos/CosClient.ts';
import { listInto } from '#listing/listInto.ts';
import type { TransferEngine } from '#transfers/TransferEngine.ts';
import { later } from '../later.ts';
import { createListingUpdater, type ListingUpdater } from '../createListingUpdater.ts';

export interface Lists {
  readonly queryClient: QueryClient;
  readonly listingSource: ListingSource;
  readonly listingUpdater: ListingUpdater;
}

/** What the server knows, and what this page itself has written since it was asked. */
export function listBuckets(parts: { cosFor: (connectionId: string) => CosClient; engine: TransferEngine }): Lists {
  const queryClient = new QueryClient({
    // The client decides about the network itself and says what is wrong with it.
    defaultOptions: { queries: { networkMode: 'always', refetchOnWindowFocus: false, refetchOnReconnect: false } },
  });
  const writeLogs = new Map<string, WriteLog>();
  function writesOf(connectionId: string): WriteLog {
    let log = writeLogs.get(connectionId);
    if (log === undefined) writeLogs.set(connectionId, (log = createWriteLog(Date.now)));
    return log;
  }
  return {
    queryClient,
    listingSource: {
      list: (connectionId, index, options) => listInto(parts.cosFor(connectionId), index, options),
      writesOf,
      now: Date.now,
    },
    listingUpdater: createListingUpdater({ queryClient, engine: parts.engine, writesOf, setTimeout: later }),
  };
}
