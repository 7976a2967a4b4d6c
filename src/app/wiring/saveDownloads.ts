import type { StoreApi } from 'zustand';
import type { CosClient } from '#cos/CosClient.ts';
import type { CredentialsProvider } from '#credentials/CredentialsProvider.ts';
import type { ServerClock } from '#credentials/ServerClock.ts';
import { safeFileName } from '#files/safeFileName.ts';
import { presignDownloadUrl } from '#links/presignDownloadUrl.ts';
import type { TransferStoreState } from '#transfers/createTransferStore.ts';
import type { TransferEngine } from '#transfers/TransferEngine.ts';
import type { DownloadFlow } from '../downloads/createDownloadFlow.ts';
import type { Renamings } from '../downloads/createTreeDownload.ts';
import { downloadInto } from './downloadInto.ts';

/** Downloads of somebody who has keys: the browser's own gets a URL that is signed for it. */
export function saveDownloads(parts: {
  cosFor: (connectionId: string) => CosClient;
  credentials: CredentialsProvider;
  clock: ServerClock;
  engine: TransferEngine;
  transferStore: StoreApi<TransferStoreState>;
  /** Names that had to change, and the keys an archive leaves out. */
  onListed: (renamed: Renamings, leftOut: readonly string[]) => void;
}): DownloadFlow {
  const { credentials, clock, ...rest } = parts;
  return downloadInto({
    ...rest,
    presign: async (connection, { key, name, sizeBytes }) => {
      const wanted = { connection, credentials, clock, key, fileName: safeFileName(name), sizeBytes };
      return (await presignDownloadUrl(wanted)).url;
    },
  });
}
