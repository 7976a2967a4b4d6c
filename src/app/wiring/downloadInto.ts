import type { StoreApi } from 'zustand';
import type { CosClient } from '#cos/CosClient.ts';
import { createDiskTree } from '#files/createDiskTree.ts';
import { openSink } from '#files/openSink.ts';
import { canPickDownloadTarget, pickDownloadTarget } from '#files/pickDownloadTarget.ts';
import { canPickFolder, pickFolder } from '#files/pickFolder.ts';
import { startBrowserDownload } from '#files/startBrowserDownload.ts';
import type { TransferStoreState } from '#transfers/createTransferStore.ts';
import type { TransferEngine } from '#transfers/TransferEngine.ts';
import { createArchiveDownload } from '../downloads/createArchiveDownload.ts';
import { createDownloadFlow, type DownloadFlow, type DownloadFlowOptions } from '../downloads/createDownloadFlow.ts';
import { createTreeDownload, type Renamings } from '../downloads/createTreeDownload.ts';
import { untilQueueIsShort } from '../downloads/untilQueueIsShort.ts';

/** Downloads in every way this browser has: a chosen file, a chosen folder, an archive, the browser's own. */
export function downloadInto(parts: {
  cosFor: (connectionId: string) => CosClient;
  engine: TransferEngine;
  transferStore: StoreApi<TransferStoreState>;
  presign: DownloadFlowOptions['presign'];
  /** Names that had to change, and the keys an archive leaves out. */
  onListed: (renamed: Renamings, leftOut: readonly string[]) => void;
}): DownloadFlow {
  const { cosFor, engine, transferStore, presign } = parts;
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
    presign,
    startBrowserDownload,
  });
}
