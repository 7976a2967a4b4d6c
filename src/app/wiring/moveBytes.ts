import type { DeploymentConfig } from '#config/DeploymentConfig.ts';
import type { CosClient } from '#cos/CosClient.ts';
import { openHandle } from '#files/openHandle.ts';
import { removeStaged, removeStaleStaging } from '#files/stagingFolder.ts';
import type { Failure } from '#lib/Failure.ts';
import { openJournal } from '#lib/openJournal.ts';
import { createDownloadJournal } from '#transfers/createDownloadJournal.ts';
import { createTransferHistory } from '#transfers/createTransferHistory.ts';
import { createUnfinishedDownloads } from '#transfers/createUnfinishedDownloads.ts';
import { createUnfinishedUploads } from '#transfers/createUnfinishedUploads.ts';
import { createUploadJournal } from '#transfers/createUploadJournal.ts';
import { createWebLocks } from '#transfers/createWebLocks.ts';
import { browserTimers } from '../browserTimers.ts';
import { createUploadSettings } from '../uploads/createUploadSettings.ts';
import { runTransfers } from './runTransfers.ts';

/** The transfer engine with all it keeps in this browser, and what is read from it. */
export function moveBytes(parts: {
  config: DeploymentConfig;
  cosFor: (connectionId: string) => CosClient;
  /** The browser keeps nothing for later: uploads cannot be resumed after the page is closed. */
  onNothingKept: (failure: Failure) => void;
}) {
  const { cosFor } = parts;
  const locks = createWebLocks();
  const database = openJournal();
  const journal = createUploadJournal({
    store: database('uploads'),
    now: Date.now,
    onUnavailable: parts.onNothingKept,
  });
  const downloads = createDownloadJournal({ store: database('downloads'), now: Date.now });
  const running = runTransfers({ cosFor, journal, downloads, locks, patience: parts.config.patience });
  const { engine, transferStore, transferSpeed, policy } = running;

  return {
    journalFor: database,
    engine,
    transferStore,
    transferSpeed,
    uploadSettings: createUploadSettings({
      storage: () => sessionStorage,
      onSharedLimit: (limit) => engine.limitUploads(limit),
    }),
    history: createTransferHistory({
      engine,
      journal: database('history'),
      timers: browserTimers,
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
