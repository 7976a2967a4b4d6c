import type { DeploymentConfig } from '#config/DeploymentConfig.ts';
import type { CosClient } from '#cos/CosClient.ts';
import { openHandle } from '#files/openHandle.ts';
import { removeStaged, removeStaleStaging } from '#files/stagingFolder.ts';
import { createCrc64Worker } from '#lib/createCrc64Worker.ts';
import type { Failure } from '#lib/Failure.ts';
import { openJournal } from '#lib/openJournal.ts';
import { createDownloadJournal } from '#transfers/createDownloadJournal.ts';
import { createTransferEngine } from '#transfers/createTransferEngine.ts';
import { createTransferHistory } from '#transfers/createTransferHistory.ts';
import { createTransferSpeed } from '#transfers/createTransferSpeed.ts';
import { createTransferStore } from '#transfers/createTransferStore.ts';
import { createUnfinishedDownloads } from '#transfers/createUnfinishedDownloads.ts';
import { createUnfinishedUploads } from '#transfers/createUnfinishedUploads.ts';
import { createUploadJournal } from '#transfers/createUploadJournal.ts';
import { createWebLocks } from '#transfers/createWebLocks.ts';
import { scalePolicy } from '#transfers/scalePolicy.ts';
import { DEFAULT_TRANSFER_POLICY } from '#transfers/TransferPolicy.ts';
import { browserNetwork } from '../browserNetwork.ts';
import { later } from '../later.ts';
import { createWakeLock } from '../createWakeLock.ts';
import { createUploadSettings } from '../uploads/createUploadSettings.ts';

/** The transfer engine and what is read from it. */
export function moveBytes(parts: {
  config: DeploymentConfig;
  cosFor: (connectionId: string) => CosClient;
  /** The browser keeps nothing for later: uploads cannot be resumed after the page is closed. */
  onNothingKept: (failure: Failure) => void;
}) {
  const { cosFor } = parts;
  const timers = {
    now: Date.now,
    setTimeout: later,
    clearTimeout: (handle: unknown) => clearTimeout(handle as number),
  };
  const locks = createWebLocks();
  const database = openJournal();
  const journal = createUploadJournal({
    store: database('uploads'),
    now: Date.now,
    onUnavailable: parts.onNothingKept,
  });
  const downloads = createDownloadJournal({ store: database('downloads'), now: Date.now });
  const policy = scalePolicy(DEFAULT_TRANSFER_POLICY, parts.config.patience);
  const checksums = createCrc64Worker();
  const engine = createTransferEngine({
    cosFor,
    crc64: checksums,
    crc64OfBlock: checksums.ofBlock,
    timers,
    network: browserNetwork(),
    random: Math.random,
    journal,
    downloads,
    locks,
    policy,
  });
  const transferStore = createTransferStore(engine, { setTimeout: later });
  createWakeLock({
    store: transferStore,
    source: 'wakeLock' in navigator ? navigator.wakeLock : undefined,
    page: document,
  });

  return {
    journalFor: database,
    engine,
    transferStore,
    transferSpeed: createTransferSpeed({ store: transferStore, timers }),
    uploadSettings: createUploadSettings({
      storage: () => sessionStorage,
      onSharedLimit: (limit) => engine.limitUploads(limit),
    }),
    history: createTransferHistory({
      engine,
      journal: database('history'),
      timers,
      locationOf: (connectionId) => cosFor(connectionId).location,
      pageId: crypto.randomUUID(),
    }),
    unfinished: createUnfinishedUploads({ engine, journal, locks, cosFor, openHandle, now: Date.now }),
    unfinishedDownloads: createUnfinishedDownloads({
      engine,
      journal: downloads,
      locks,
      cosFor,
      blockBytes: policy.blockBytes,
      reopen: async (stagedAs, name) => (await import('#files/openSink.ts')).reopenSink(stagedAs, name),
      removeStaged,
      removeStale: removeStaleStaging,
    }),
  };
}
