import type { CosClient } from '#cos/CosClient.ts';
import type { BlockHasher, Crc64Hasher } from '#lib/Crc64Hasher.ts';
import { createTurnstile } from '#lib/createTurnstile.ts';
import { toFailure } from '#lib/Failure.ts';
import { abandon } from './abandon.ts';
import { createConnectionBudget } from './createConnectionBudget.ts';
import { createDripWatch } from './createDripWatch.ts';
import { createFormDoor } from './createFormDoor.ts';
import { createOutageGate } from './createOutageGate.ts';
import type { Network } from './createOutageGate.ts';
import { createPace } from './createPace.ts';
import { createSpeedLimit } from './createSpeedLimit.ts';
import { createTransferLedger } from './createTransferLedger.ts';
import { createTransferQueue } from './createTransferQueue.ts';
import { createTransferRegistry } from './createTransferRegistry.ts';
import { NO_DOWNLOAD_JOURNAL } from './DownloadJournal.ts';
import type { DownloadJournal } from './DownloadJournal.ts';
import type { EngineConnection } from './EngineConnection.ts';
import { endTransfer } from './endTransfer.ts';
import { loadMovers } from './loadMovers.ts';
import { forget, runTransfer } from './runTransfer.ts';
import type { EngineParts } from './EngineParts.ts';
import type { Timers } from './Timers.ts';
import type { TransferEngine } from './TransferEngine.ts';
import { DEFAULT_TRANSFER_POLICY } from './TransferPolicy.ts';
import type { TransferPolicy } from './TransferPolicy.ts';
import type { TransferRecord } from './TransferRecord.ts';
import { isFinished } from './TransferState.ts';
import type { TransferId, TransferState } from './TransferState.ts';
import { takeNextName } from './takeNextName.ts';
import { NO_JOURNAL } from './UploadJournal.ts';
import type { UploadJournal } from './UploadJournal.ts';
import { NO_LOCKS } from './WriterLocks.ts';
import type { WriterLocks } from './WriterLocks.ts';

export interface TransferEngineOptions {
  /** The client of a connection; throws a `FailureError` for one that does not exist. */
  readonly cosFor: (connectionId: string) => CosClient;
  readonly crc64: Crc64Hasher;
  /** For blocks of downloads. Default: `crc64` of a blob of them, which takes their size in memory once more. */
  readonly crc64OfBlock?: BlockHasher;
  readonly timers: Timers;
  readonly network: Network;
  /** From 0 up to 1, for the jitter of back-off. */
  readonly random: () => number;
  /** Remembers uploads beyond the page. Without it nothing is resumed after closing. */
  readonly journal?: UploadJournal;
  /** The same for staged downloads. */
  readonly downloads?: DownloadJournal;
  /** Keeps two tabs from writing one object. Without it nobody is held up. */
  readonly locks?: WriterLocks;
  readonly policy?: Partial<TransferPolicy>;
  readonly settings?: {
    /** Requests with a body under way at once, over all files. Default 11: two hosts, one connection kept free. */
    readonly partsInFlight?: number;
    /** False counts no checksums and claims "verified" for nothing; for measuring. Default true. */
    readonly verify?: boolean;
  };
}

const TIDYING_AT_ONCE = 2;

/** Wires the engine together; what it does is in the files it names. */
export function createTransferEngine(options: TransferEngineOptions): TransferEngine {
  const { timers, network } = options;
  const policy = { ...DEFAULT_TRANSFER_POLICY, ...options.policy };
  const lanes = options.settings?.partsInFlight ?? 11;
  const ledger = createTransferLedger(timers, policy.progressEveryMs);
  const engine: EngineParts = {
    ledger,
    timers,
    policy,
    lanes,
    budget: createConnectionBudget(lanes),
    drip: createDripWatch(timers.now, policy),
    speed: createSpeedLimit(lanes),
    wish: {},
    random: options.random,
    crc64: options.crc64,
    crc64OfBlock: options.crc64OfBlock ?? (async (bytes) => ({ crc64: await options.crc64(new Blob([bytes])), bytes })),
    verify: options.settings?.verify ?? true,
    journal: options.journal ?? NO_JOURNAL,
    downloads: options.downloads ?? NO_DOWNLOAD_JOURNAL,
    locks: options.locks ?? NO_LOCKS,
  };
  /** What was learnt about each connection. */
  const learnt = new Map<string, Omit<EngineConnection, 'cos'>>();
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

  const connect = (connectionId: string): EngineConnection => {
    const cos = options.cosFor(connectionId);
    let sofar = learnt.get(connectionId);
    if (!sofar) {
      const gate = createOutageGate({ network, timers, ...policy });
      const pace = createPace(timers.now, Math.min(lanes, cos.connections));
      sofar = { gate, pace, forms: createFormDoor(), rights: {}, tidying: createTurnstile(TIDYING_AT_ONCE) };
      learnt.set(connectionId, sofar);
    }
    return { cos, ...sofar };
  };

  const registry = createTransferRegistry({
    engine,
    connect,
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
    retry: (id, answer) => {
      const record = records.get(id);
      const state = stateOf(id);
      if (!record || state?.status !== 'failed' || !state.resumable) return;
      const { job } = record;
      if (answer && job.direction === 'upload') {
        job.onExisting = answer.onExisting;
        if (answer.onExisting === 'keep-both') {
          try {
            takeNextName(job);
          } catch (error) {
            ledger.batch(() => {
              ledger.change(id, { type: 'requeued' });
              ledger.change(id, { type: 'failed', failure: toFailure(error), resumable: false });
            });
            return;
          }
        }
      }
      const keepsProgress = job.direction === 'upload' ? job.multipart : 'members' in job ? job.building : job.object;
      if (!keepsProgress) record.measureAnew(record.meter.totalBytes);
      requeue(record);
    },
    startOver: (id, file) => {
      const record = records.get(id);
      if (stateOf(id)?.status !== 'paused' || !record) return;
      const { job } = record;
      if (job.direction === 'upload') {
        void abandon(job);
        if (file) registry.replaceFile(record, file);
      } else if ('members' in job) delete job.building;
      else delete job.object;
      const sizeBytes = job.direction === 'upload' ? job.file.size : record.meter.totalBytes;
      record.measureAnew(sizeBytes);
      requeue(record);
    },
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
    tryNow: () => {
      for (const { gate } of learnt.values()) gate.probeNow();
    },
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
      await discardUpload(engine, connect(connectionId), disposed.signal, key, uploadId);
      engine.journal.forget({ connectionId, key, uploadId });
    },
    cancel: (id) => end(id, 'cancelled'),
    skip: (id) => end(id, 'skipped'),
    limitUploads: engine.speed.set,
    shape: ({ partBytes, lanes: most }) => {
      if (partBytes === undefined) delete engine.wish.partBytes;
      else engine.wish.partBytes = partBytes;
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
      for (const { gate } of learnt.values()) gate.dispose();
      ledger.dispose();
    },
  };
}
