import { createConnectionBudget } from './createConnectionBudget.ts';
import { createDripWatch } from './createDripWatch.ts';
import { createEngineConnections } from './createEngineConnections.ts';
import { createSecondTries } from './createSecondTries.ts';
import { createSpeedLimit } from './createSpeedLimit.ts';
import { createTransferLedger } from './createTransferLedger.ts';
import { createTransferQueue } from './createTransferQueue.ts';
import { createTransferRegistry } from './createTransferRegistry.ts';
import { NO_DOWNLOAD_JOURNAL } from './DownloadJournal.ts';
import type { EngineWish } from './EngineWish.ts';
import { endTransfer } from './endTransfer.ts';
import { loadMovers } from './loadMovers.ts';
import { forget, runTransfer } from './runTransfer.ts';
import type { EngineParts } from './EngineParts.ts';
import type { TransferEngine } from './TransferEngine.ts';
import type { TransferEngineOptions } from './TransferEngineOptions.ts';
import { DEFAULT_TRANSFER_POLICY } from './TransferPolicy.ts';
import type { TransferRecord } from './TransferRecord.ts';
import { isFinished } from './TransferState.ts';
import type { TransferId, TransferState } from './TransferState.ts';
import { NO_JOURNAL } from './UploadJournal.ts';
import { NO_LOCKS } from './WriterLocks.ts';

/** Wires the engine together; what it does is in the files it names. */
export function createTransferEngine(options: TransferEngineOptions): TransferEngine {
  const { timers } = options;
  const policy = { ...DEFAULT_TRANSFER_POLICY, ...options.policy };
  const lanes = options.settings?.partsInFlight ?? 11;
  const ledger = createTransferLedger(timers, policy.progressEveryMs);
  const wish: EngineWish = {};
  const engine: EngineParts = {
    ledger,
    timers,
    policy,
    lanes,
    budget: createConnectionBudget(lanes),
    drip: createDripWatch(timers.now, policy),
    speed: createSpeedLimit(lanes),
    wish,
    random: options.random,
    crc64: options.crc64,
    crc64OfBlock: options.crc64OfBlock ?? (async (bytes) => ({ crc64: await options.crc64(new Blob([bytes])), bytes })),
    verify: options.settings?.verify ?? true,
    journal: options.journal ?? NO_JOURNAL,
    downloads: options.downloads ?? NO_DOWNLOAD_JOURNAL,
    locks: options.locks ?? NO_LOCKS,
  };
  const { network, cosFor } = options;
  const connections = createEngineConnections(engine, { network, cosFor });
  const disposed = new AbortController();

  const queue = createTransferQueue({
    atOnce: { small: lanes, large: policy.largeFilesAtOnce },
    isQueued: (id) => ledger.get(id)?.state.status === 'queued' && !disposed.signal.aborted,
    start: (id) => {
      const record = records.get(id);
      if (!record) return Promise.resolve();
      record.settled = runTransfer(engine, record);
      return record.settled;
    },
  });

  const registry = createTransferRegistry({
    engine,
    connect: connections.connect,
    disposed: disposed.signal,
    enqueue: ({ id, share }) => queue.add(id, share),
  });
  const { records } = registry;

  const stateOf = (id: TransferId): TransferState | undefined => ledger.get(id)?.state;

  const requeue = (record: TransferRecord): void => {
    ledger.change(record.id, { type: 'requeued' });
    queue.addFirst(record.id, record.share);
    queue.pump();
  };

  const end = (id: TransferId, type: 'cancelled' | 'skipped'): void => {
    const record = records.get(id);
    const state = stateOf(id);
    if (!record || !state || (isFinished(state) && state.status !== 'failed')) return;
    endTransfer(engine, record, type, { connect: record.connect, disposed: disposed.signal });
  };

  const pause = (id: TransferId): void => {
    const record = records.get(id);
    if (!record) return;
    ledger.change(id, { type: 'paused', by: 'person', progress: record.meter.read() });
    if (stateOf(id)?.status === 'paused') record.abort?.abort();
  };

  const resume = (id: TransferId): void => {
    const record = records.get(id);
    if (record && stateOf(id)?.status === 'paused') requeue(record);
  };

  const addDownloads: TransferEngine['addDownloads'] = (downloads) => {
    const transfers = downloads.map(registry.addDownload);
    ledger.add(transfers);
    queue.pump();
    return transfers.map((transfer) => transfer.id);
  };

  const every = (statuses: readonly TransferState['status'][], act: (id: TransferId) => void): void =>
    ledger.batch(() => {
      for (const { id, state } of ledger.all()) if (statuses.includes(state.status)) act(id);
    });

  return {
    addUploads: (uploads) => {
      const transfers = uploads.map(registry.addUpload);
      ledger.add(transfers);
      queue.pump();
      return transfers.map((transfer) => transfer.id);
    },
    addDownload: (download) => addDownloads([download])[0] ?? '',
    addDownloads,
    addArchive: (archive) => {
      const transfer = registry.addArchive(archive);
      ledger.add([transfer]);
      queue.pump();
      return transfer.id;
    },
    pause,
    resume,
    ...createSecondTries({ ledger, registry, requeue }),
    reopen: async (id) => {
      const job = records.get(id)?.job;
      if (job?.direction !== 'upload') return undefined;
      try {
        const handle = await job.getHandle?.();
        return await handle?.getFile();
      } catch {
        return undefined; // It was moved, or the permission has ended: the person chooses it.
      }
    },
    tryNow: connections.probeNow,
    takeOver: (id) => {
      const record = records.get(id);
      const state = stateOf(id);
      if (!record || state?.status !== 'waiting' || state.reason !== 'other-tab') return;
      record.takesOver = true;
      ledger.batch(() => {
        pause(id);
        resume(id);
      });
    },
    discardUpload: async ({ connectionId, key, uploadId }) => {
      const { discardUpload } = await loadMovers();
      await discardUpload(engine, connections.connect(connectionId), disposed.signal, key, uploadId);
      engine.journal.forget({ connectionId, key, uploadId });
    },
    cancel: (id) => end(id, 'cancelled'),
    skip: (id) => end(id, 'skipped'),
    limitUploads: engine.speed.set,
    shape: ({ lanes: most, ...wanted }) => {
      Object.assign(wish, { partBytes: undefined, onTaken: undefined }, wanted);
      engine.budget.limit(most);
    },
    pauseAll: () => every(['queued', 'running', 'waiting'], pause),
    resumeAll: () => every(['paused'], resume),
    cancelAll: () => every(['queued', 'running', 'waiting', 'paused'], (id) => end(id, 'cancelled')),
    batch: ledger.batch,
    clearFinished: () => {
      const ids: TransferId[] = [];
      for (const { id, state } of ledger.all()) {
        const record = records.get(id);
        if (!record || !isFinished(state)) continue;
        ids.push(id);
        records.delete(id);
        if (state.status === 'failed') void forget(engine, record);
      }
      ledger.remove(ids);
    },
    subscribe: ledger.subscribe,
    dispose: () => {
      disposed.abort();
      for (const record of records.values()) record.abort?.abort();
      connections.dispose();
      ledger.dispose();
    },
  };
}
