import { baseName, isAddressable } from '#cos/objectKey.ts';
import type { CosClient } from '#cos/CosClient.ts';
import type { Crc64Hasher } from '#lib/Crc64Hasher.ts';
import { toFailure } from '#lib/Failure.ts';
import type { Failure } from '#lib/Failure.ts';
import { checkKey } from './checkKey.ts';
import { createConnectionBudget } from './createConnectionBudget.ts';
import { createOutageGate } from './createOutageGate.ts';
import type { Network, OutageGate } from './createOutageGate.ts';
import { createTransferLedger } from './createTransferLedger.ts';
import { createTransferQueue } from './createTransferQueue.ts';
import { discardUpload } from './discardUpload.ts';
import { numberedKey } from './numberedKey.ts';
import { createProgressMeter } from './progressMeter.ts';
import { forget, runTransfer } from './runTransfer.ts';
import type { EngineParts } from './runTransfer.ts';
import type { Timers } from './Timers.ts';
import type { DownloadRequest, TransferEngine, UploadRequest } from './TransferEngine.ts';
import { DEFAULT_TRANSFER_POLICY } from './TransferPolicy.ts';
import type { TransferPolicy } from './TransferPolicy.ts';
import type { TransferRecord } from './TransferRecord.ts';
import { isFinished } from './TransferState.ts';
import type { Transfer, TransferId, TransferState } from './TransferState.ts';
import { takeNextName } from './uploadFile.ts';
import type { UploadJob } from './UploadJob.ts';

export interface TransferEngineOptions {
  /** The client of a connection; throws a `FailureError` for one that does not exist. */
  readonly cosFor: (connectionId: string) => CosClient;
  readonly crc64: Crc64Hasher;
  readonly timers: Timers;
  readonly network: Network;
  /** From 0 up to 1, for the jitter of back-off. */
  readonly random: () => number;
  readonly policy?: Partial<TransferPolicy>;
  readonly settings?: {
    /** Requests with a body under way at once, over all files. Default 11: two hosts, one connection kept free. */
    readonly partsInFlight?: number;
    /** False counts no checksums and claims "verified" for nothing; for measuring. Default true. */
    readonly verify?: boolean;
  };
}

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
    random: options.random,
    crc64: options.crc64,
    verify: options.settings?.verify ?? true,
  };
  const records = new Map<TransferId, TransferRecord>();
  const gates = new Map<string, OutageGate>();
  const disposed = new AbortController();
  let added = 0;

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

  const connect = (connectionId: string): { cos: CosClient; gate: OutageGate } => {
    const cos = options.cosFor(connectionId);
    let gate = gates.get(connectionId);
    if (!gate) gates.set(connectionId, (gate = createOutageGate({ network, timers, ...policy })));
    return { cos, gate };
  };

  const register = (
    transfer: Omit<Transfer, 'id' | 'addedAt' | 'state'>,
    job: TransferRecord['job'],
    id: TransferId,
    refusal: Failure | undefined,
  ): Transfer => {
    const share = transfer.sizeBytes <= policy.wholeFileBytes ? 'small' : 'large';
    const meter = createProgressMeter(transfer.sizeBytes, timers.now);
    const { connectionId } = transfer;
    const abort = new AbortController();
    records.set(id, { id, job, share, meter, abort, connect: () => connect(connectionId), settled: Promise.resolve() });
    if (!refusal) queue.add(id, share);
    const state: TransferState = refusal
      ? { status: 'failed', failure: refusal, resumable: false }
      : { status: 'queued' };
    return { ...transfer, id, addedAt: new Date(timers.now()), state };
  };

  const registerUpload = (request: UploadRequest): Transfer => {
    const { connectionId, file, contentType, onExisting } = request;
    const key = onExisting === 'keep-both' ? numberedKey(request.key) : request.key;
    const id = `transfer-${(added += 1)}`;
    const job: UploadJob = {
      direction: 'upload',
      file,
      key,
      onExisting,
      ...(contentType === undefined ? {} : { contentType }),
      renamed: (newKey) => ledger.rename(id, newKey, baseName(newKey)),
      discard: (oldKey, uploadId) => discardUpload(engine, connect(connectionId), disposed.signal, oldKey, uploadId),
    };
    const name = key === request.key ? request.name : baseName(key);
    const sizeBytes = file.size;
    return register({ direction: 'upload', connectionId, key, name, sizeBytes }, job, id, checkKey(key));
  };

  const registerDownload = (request: DownloadRequest): Transfer => {
    const { sink, ...what } = request;
    const { key, sizeBytes } = what;
    const unsafe: Failure = {
      kind: 'local',
      code: 'UnsafeKey',
      message: 'its URL would name another object',
      facts: { key },
    };
    const id = `transfer-${(added += 1)}`;
    const job = { direction: 'download' as const, key, sink, sizeBytes };
    return register({ direction: 'download', ...what }, job, id, isAddressable(key) ? undefined : unsafe);
  };

  const stateOf = (id: TransferId): TransferState | undefined => ledger.get(id)?.state;

  const requeue = (record: TransferRecord): void => {
    ledger.change(record.id, { type: 'requeued' });
    queue.addFirst(record.id, record.share);
    queue.pump();
  };

  /** Stops the run and removes what it left, once it has let go. */
  const end = (id: TransferId, type: 'cancelled' | 'skipped'): void => {
    const record = records.get(id);
    const state = stateOf(id);
    if (!record || !state || (isFinished(state) && state.status !== 'failed')) return;
    ledger.change(id, { type });
    record.abort.abort();
    record.settled = record.settled.then(() => forget(record));
  };

  const pause = (id: TransferId): void => {
    const record = records.get(id);
    if (!record) return;
    ledger.change(id, { type: 'paused', by: 'person', progress: record.meter.read() });
    if (stateOf(id)?.status === 'paused') record.abort.abort();
  };

  const resume = (id: TransferId): void => {
    const record = records.get(id);
    if (record && stateOf(id)?.status === 'paused') requeue(record);
  };

  const every = (statuses: readonly TransferState['status'][], act: (id: TransferId) => void): void =>
    ledger.batch(() => {
      for (const { id, state } of ledger.all()) if (statuses.includes(state.status)) act(id);
    });

  return {
    addUploads: (uploads) => {
      const transfers = uploads.map(registerUpload);
      ledger.add(transfers);
      queue.pump();
      return transfers.map((transfer) => transfer.id);
    },
    addDownload: (download) => {
      const transfer = registerDownload(download);
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
      const keepsProgress = job.direction === 'upload' ? job.multipart : job.object;
      if (!keepsProgress) record.meter = createProgressMeter(record.meter.totalBytes, timers.now);
      requeue(record);
    },
    cancel: (id) => end(id, 'cancelled'),
    skip: (id) => end(id, 'skipped'),
    pauseAll: () => every(['queued', 'running', 'waiting'], pause),
    resumeAll: () => every(['paused'], resume),
    cancelAll: () => every(['queued', 'running', 'waiting', 'paused'], (id) => end(id, 'cancelled')),
    clearFinished: () => {
      const ids: TransferId[] = [];
      for (const { id, state } of ledger.all()) {
        const record = records.get(id);
        if (!record || !isFinished(state)) continue;
        ids.push(id);
        records.delete(id);
        if (state.status === 'failed') void forget(record);
      }
      ledger.remove(ids);
    },
    subscribe: ledger.subscribe,
    dispose: () => {
      disposed.abort();
      for (const record of records.values()) record.abort.abort();
      for (const gate of gates.values()) gate.dispose();
      ledger.dispose();
    },
  };
}
