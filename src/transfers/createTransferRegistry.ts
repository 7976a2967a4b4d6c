import { baseName, isAddressable } from '#cos/objectKey.ts';
import type { Failure } from '#lib/Failure.ts';
import type { ArchiveJob } from './ArchiveJob.ts';
import { checkKey } from './checkKey.ts';
import type { BudgetShare } from './createConnectionBudget.ts';

import type { DownloadJob } from './DownloadJob.ts';
import type { EngineConnection } from './EngineConnection.ts';
import { loadMovers } from './loadMovers.ts';
import { numberedKey } from './numberedKey.ts';
import { createProgressMeter } from './progressMeter.ts';
import type { EngineParts } from './EngineParts.ts';
import type { ArchiveRequest, DownloadRequest, UploadRequest } from './TransferEngine.ts';
import type { TransferRecord } from './TransferRecord.ts';
import type { Transfer, TransferId, TransferState } from './TransferState.ts';
import type { UploadJob } from './UploadJob.ts';

/** Every transfer from the inside, and how a request becomes one. */
export interface TransferRegistry {
  readonly records: Map<TransferId, TransferRecord>;
  readonly addUpload: (request: UploadRequest) => Transfer;
  readonly addDownload: (request: DownloadRequest) => Transfer;
  readonly addArchive: (request: ArchiveRequest) => Transfer;
  /** The upload sends another file from now on. */
  readonly replaceFile: (record: TransferRecord, file: Blob) => void;
}

export function createTransferRegistry(options: {
  readonly engine: EngineParts;
  /** Throws a `FailureError` for a connection that does not exist. */
  readonly connect: (connectionId: string) => EngineConnection;
  /** Fires when the page goes away. */
  readonly disposed: AbortSignal;
  readonly enqueue: (record: TransferRecord) => void;
}): TransferRegistry {
  const { engine, connect, disposed, enqueue } = options;
  const { timers, policy, ledger } = engine;
  const records = new Map<TransferId, TransferRecord>();
  let added = 0;

  const shareOf = (sizeBytes: number): BudgetShare => (sizeBytes <= policy.wholeFileBytes ? 'small' : 'large');

  const register = (
    transfer: Omit<Transfer, 'id' | 'addedAt' | 'state'>,
    job: TransferRecord['job'],
    id: TransferId,
    refusal: Failure | undefined,
    share = shareOf(transfer.sizeBytes),
  ): Transfer => {
    const { connectionId } = transfer;
    const record: TransferRecord = {
      id,
      job,
      share,
      meter: createProgressMeter(transfer.sizeBytes, timers.now),
      abort: new AbortController(),
      connect: () => connect(connectionId),
      settled: Promise.resolve(),
      takesOver: false,
    };
    records.set(id, record);
    if (!refusal) enqueue(record);
    const state: TransferState = refusal
      ? { status: 'failed', failure: refusal, resumable: false }
      : { status: 'queued' };
    return { ...transfer, id, addedAt: new Date(timers.now()), state };
  };

  return {
    records,
    addUpload: (request) => {
      const { onExisting, ...what } = request;
      const { connectionId, file } = what;
      // An upload that is gone on with keeps the name it has found.
      const key = onExisting === 'keep-both' && what.resumes === undefined ? numberedKey(what.key) : what.key;
      const name = key === what.key ? what.name : baseName(key);
      const id = `transfer-${(added += 1)}`;
      const job: UploadJob = {
        ...what,
        direction: 'upload',
        key,
        name,
        onExisting,
        renamed: (newKey) => ledger.rename(id, newKey, baseName(newKey)),
        replanned: engine.journal.replanned,
        discard: (oldKey, uploadId) => {
          engine.journal.forget({ connectionId, key: oldKey, uploadId });
          // Nobody is told: the transfer has ended already, and what cannot be removed shows up as unfinished.
          loadMovers()
            .then(({ discardUpload }) => discardUpload(engine, connect(connectionId), disposed, oldKey, uploadId))
            .catch(() => undefined);
        },
      };
      const chosen = what.options === undefined ? {} : { options: what.options };
      const shown = { direction: 'upload' as const, connectionId, key, name, sizeBytes: file.size, ...chosen };
      return register(shown, job, id, checkKey(key));
    },
    addDownload: ({ sink, ...what }) => {
      const { key, sizeBytes } = what;
      const unsafe: Failure = {
        kind: 'local',
        code: 'UnsafeKey',
        message: 'its URL would name another object',
        facts: { key },
      };
      const id = `transfer-${(added += 1)}`;
      const job: DownloadJob = {
        direction: 'download',
        key,
        sink,
        sizeBytes,
        renamed: (name) => {
          if (name !== what.name) ledger.rename(id, key, name);
        },
      };
      return register(
        { direction: 'download', ...what, savedTo: sink.place },
        job,
        id,
        isAddressable(key) ? undefined : unsafe,
      );
    },
    addArchive: ({ prefix, sink, members, ...what }) => {
      const id = `transfer-${(added += 1)}`;
      const resized = (totalBytes: number): void => {
        records.get(id)?.meter.resize(totalBytes);
        ledger.resize(id, totalBytes);
      };
      const job: ArchiveJob = { direction: 'download', sink, members, resized };
      const transfer = { direction: 'download' as const, ...what, key: prefix, sizeBytes: 0, savedTo: sink.place };
      return register(transfer, job, id, undefined, 'large');
    },
    replaceFile: (record, file) => {
      const { id, job } = record;
      if (job.direction !== 'upload') return;
      job.file = file;
      delete job.crc64;
      record.share = shareOf(file.size);
      ledger.resize(id, file.size);
    },
  };
}
