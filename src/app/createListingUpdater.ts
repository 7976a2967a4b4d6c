import type { QueryClient } from '@tanstack/react-query';
import type { WriteLog } from '#bucket-browser/createWriteLog.ts';
import type { Listing } from '#bucket-browser/Listing.ts';
import { applyWrites, type Write } from '#bucket-browser/applyWrites.ts';
import type { ObjectKey, Prefix } from '#cos/objectKey.ts';
import type { ListingIndex } from '#listing/ListingIndex.ts';
import type { TransferEngine } from '#transfers/TransferEngine.ts';

export interface ListingUpdater {
  written(connectionId: string, writes: readonly Write[]): void;
  /** Keys that are gone, and folders of which nothing is left. */
  deleted(connectionId: string, keys: readonly ObjectKey[], folders: readonly Prefix[]): void;
}

export interface ListingUpdaterOptions {
  readonly queryClient: QueryClient;
  readonly engine: Pick<TransferEngine, 'subscribe'>;
  readonly writesOf: (connectionId: string) => WriteLog;
  readonly setTimeout: (callback: () => void, delayMs: number) => unknown;
}

/** Small files finish in the hundreds per second; the list is drawn a few times per second. */
const GATHER_MS = 120;
/** A long list takes longer to draw, so it is drawn less often: 20,000 rows once in a second. */
const GATHER_MS_PER_ENTRY = 0.05;

/** Keeps loaded lists true to what this page wrote. See `[Note: A write updates the list itself]`. */
export function createListingUpdater(options: ListingUpdaterOptions): ListingUpdater {
  const { queryClient, writesOf } = options;
  const gathered = new Map<string, Write[]>();
  /** Entries of the longest list that was patched last. */
  let longest = 0;

  function changeLists(connectionId: string, change: (index: ListingIndex) => void): void {
    for (const query of queryClient.getQueryCache().findAll({ queryKey: ['listing', connectionId] })) {
      const listing = query.state.data as Listing | undefined;
      if (listing === undefined) continue;
      const { index } = listing;
      const before = index.version;
      change(index);
      if (index.version === before) continue;
      longest = Math.max(longest, index.count);
      queryClient.setQueryData(query.queryKey, { ...listing, version: index.version });
    }
  }

  function flush(): void {
    longest = 0;
    for (const [connectionId, writes] of gathered) {
      changeLists(connectionId, (index) => applyWrites(index, writes));
    }
    gathered.clear();
  }

  function written(connectionId: string, writes: readonly Write[]): void {
    writesOf(connectionId).record(writes);
    if (gathered.size === 0) options.setTimeout(flush, GATHER_MS + longest * GATHER_MS_PER_ENTRY);
    const list = gathered.get(connectionId) ?? [];
    gathered.set(connectionId, list);
    for (const write of writes) list.push(write);
  }

  options.engine.subscribe((events) => {
    const puts = new Map<string, Write[]>();
    for (const event of events) {
      if (event.type !== 'changed') continue;
      const { state, direction, connectionId, key, sizeBytes, options: chosen } = event.transfer;
      if (state.status !== 'completed' || direction !== 'upload') continue;
      const object = {
        key,
        sizeBytes,
        lastModified: state.completedAt,
        etag: state.etag,
        storageClass: chosen?.storageClass ?? 'STANDARD',
      };
      const list = puts.get(connectionId) ?? [];
      list.push({ type: 'put', object });
      puts.set(connectionId, list);
    }
    for (const [connectionId, writes] of puts) written(connectionId, writes);
  });

  return {
    written,
    deleted(connectionId, keys, folders) {
      const writes = keys.map((key): Write => ({ type: 'deleted', key }));
      writesOf(connectionId).record(writes);
      flush();
      changeLists(connectionId, (index) => {
        applyWrites(index, writes);
        // Whole folders whose last object was deleted here.
        index.delete(folders.filter((folder) => folder.startsWith(index.prefix) && folder !== index.prefix));
      });
    },
  };
}
