import type { Connection } from '#config/DeploymentConfig.ts';
import type { CosClient } from '#cos/CosClient.ts';
import type { Prefix } from '#cos/objectKey.ts';
import type { DiskTree } from '#files/createDiskTree.ts';
import { toFailure, type Failure } from '#lib/Failure.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import type { DownloadRequest, TransferEngine } from '#transfers/TransferEngine.ts';
import type { TransferId } from '#transfers/TransferState.ts';
import { walkChosen } from './walkChosen.ts';

export interface TreeDownloadOptions {
  readonly engine: Pick<TransferEngine, 'addDownloads'>;
  readonly cosFor: (connectionId: string) => CosClient;
  readonly isCancelled: (id: TransferId) => boolean;
  /** Resolves when the queue is short enough for more. */
  readonly untilThereIsRoom: () => Promise<void>;
}

/** What came of a folder download up to the end of the listing; the dock tells the rest. */
export interface TreeOutcome {
  readonly added: number;
  readonly renamed: Renamings;
  /** Folders that could not be listed to their end, or made on disk. */
  readonly failed: readonly { readonly prefix: Prefix; readonly failure: Failure }[];
}

/** Names that had to be changed to be safe on disk: the first few, and how many. */
export interface Renamings {
  readonly count: number;
  readonly examples: readonly { readonly from: string; readonly to: string }[];
}

export type TreeDownload = (
  connection: Connection,
  prefix: Prefix,
  entries: readonly ListingEntry[],
  tree: DiskTree,
) => Promise<TreeOutcome>;

const EXAMPLES = 3;

/**
 * Chosen rows into a folder on disk, each file a transfer of its own.
 *
 * [Note: Walking as fast as the queue] Transfers start while the listing goes on, and the listing waits while the queue
 * is long, so that a prefix of a million objects is never in memory at once. When everything a page brought was
 * cancelled, nobody wants the pages after it.
 */
export function createTreeDownload(options: TreeDownloadOptions): TreeDownload {
  const { engine, cosFor, isCancelled, untilThereIsRoom } = options;
  return async (connection, prefix, entries, tree) => {
    const failed: { prefix: Prefix; failure: Failure }[] = [];
    const examples: Renamings['examples'][number][] = [];
    let renamed = 0;
    let added = 0;
    let lastIds: readonly TransferId[] = [];
    const isUnwanted = (): boolean => lastIds.length > 0 && lastIds.every(isCancelled);

    for (const entry of entries) {
      const from = entry.type === 'folder' ? entry.prefix : entry.key;
      try {
        for await (const page of walkChosen(cosFor(connection.id), prefix, entry)) {
          if (isUnwanted()) return { added, renamed: { count: renamed, examples }, failed };
          const requests: DownloadRequest[] = [];
          for (const { key, relativeKey, sizeBytes, isFolderMarker } of page) {
            if (isFolderMarker) {
              await tree.addFolder(relativeKey);
              continue;
            }
            const { path, sink } = tree.addFile(relativeKey);
            if (path.isRenamed) {
              renamed += 1;
              if (examples.length < EXAMPLES)
                examples.push({ from: relativeKey, to: [...path.folders, path.name].join('/') });
            }
            requests.push({ connectionId: connection.id, key, name: path.name, sizeBytes, sink });
          }
          if (requests.length > 0) lastIds = engine.addDownloads(requests);
          added += requests.length;
          await untilThereIsRoom();
        }
      } catch (error) {
        failed.push({ prefix: from, failure: toFailure(error) });
      }
    }
    return { added, renamed: { count: renamed, examples }, failed };
  };
}
