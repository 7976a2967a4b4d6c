import type { StoreApi } from 'zustand';
import type { CosClient } from '#cos/CosClient.ts';
import type { CredentialsProvider } from '#credentials/CredentialsProvider.ts';
import type { ServerClock } from '#credentials/ServerClock.ts';
import { createDiskTree } from '#files/createDiskTree.ts';
import { openSink } from '#files/openSink.ts';
import { canPickDownloadTarget, pickDownloadTarget } from '#files/pickDownloadTarget.ts';
import { canPickFolder, pickFolder } from '#files/pickFolder.ts';
import { safeFileName } from '#files/safeFileName.ts';
import { startBrowserDownload } from '#files/startBrowserDownload.ts';
import { presignDownloadUrl } from '#links/presignDownloadUrl.ts';
import type { TransferStoreState } from '#transfers/createTransferStore.ts';
import type { TransferEngine } from '#transfers/TransferEngine.ts';
import { createArchiveDownload } from '../downloads/createArchiveDownload.ts';
import { createDownloadFlow, type DownloadFlow } from '../downloads/createDownloadFlow.ts';
import { createTreeDownload, type Renamings } from '../downloads/createTreeDownload.ts';
import { untilQueueIsShort } from '../downloads/untilQueueIsShort.ts';

/** Downloads in every way this browser has: a chosen file, a chosen folder, an archive, the browser's own. */
export function saveDownloads(parts: {
  cosFor: (connectionId: string) => CosClient;
  credentials: CredentialsProvider;
  clock: ServerClock;
  engine: TransferEngine;
  transferStore: StoreApi<TransferStoreState>;
  /** Names that had to change, and the keys an archive leaves out. */
  onListed: (renamed: Renamings, leftOut: readonly string[]) => void;
}): DownloadFlow {
  const { cosFor, credentials, clock, engine, transferStore } = parts;
  return createDownloadFlow({
    engine,
    pickTarget: pickDownloadTarget,
    canPickTarget: canPickDownloadTarget,
    pickTree: async () => {
      const folder = await pickFolder();
      return folder && createDiskTree(folder);
    },
    canPickTree: canPickFolder,
    stage: openSink,
    downloadArchive: createArchiveDownload({ engine, cosFor, stage: openSink, onListed: parts.onListed }),
    downloadTree: createTreeDownload({
      engine,
      cosFor,
      isCancelled: (id) => transferStore.getState().byId.get(id)?.state.status === 'cancelled',
      untilThereIsRoom: () => untilQueueIsShort(transferStore),
    }),
    presign: async (connection, { key, name, sizeBytes }) => {
      const wanted = { connection, credentials, clock, key, fileName: safeFileName(name), sizeBytes };
      return (await presignDownloadUrl(wanted)).url;
    },
    startBrowserDownload,
  });
}
