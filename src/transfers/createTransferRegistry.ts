import { baseName, isAddressable } from '#cos/objectKey.ts';
import type { Failure } from '#lib/Failure.ts';
import type { ArchiveJob } from './ArchiveJob.ts';
import { checkKey } from './checkKey.ts';
import type { BudgetShare } from './createConnectionBudget.ts';
import type { DownloadJob } from './DownloadJob.ts';
import type { EngineConnection } from './EngineConnection.ts';
import { loadMovers } from './loadMovers.ts';
import { numberedKey } from '#cos/numberedKey.ts';
import type { EngineParts } from './EngineParts.ts';
import type { ArchiveRequest, DownloadRequest, UploadRequest } from './TransferEngine.ts';
import { TransferRecord } from './TransferRecord.ts';
import type { Transfer, TransferId, TransferState } from './TransferState.ts';
import type { UploadJob } from './UploadJob.ts';
import { writtenBytes } from './writtenBytes.ts';

/** Every transfer from the inside, and how a request becomes one. */
export interface TransferRegistry {
  readonly records: Map<TransferId, TransferRecord>;
  readonly addUpload: (request: UploadRequest) => Transfer;
  readonly addDownload: (request: DownloadRequest) => Transfer;
  readonly addArchive: (request: ArchiveRequest) => Transfer;
  /** The upload sends another file from now on. */
  readonly replaceFile: (record: TransferRecord, file: Blob) => void;
}

/** What transfers of one connection share. */
interface Place {
  readonly connect: () => EngineConnection;
  readonly discard: UploadJob['discard'];
}

const QUEUED: TransferState = { status: 'queued' };

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

  const places = new Map<string, Place>();
  const placeOf = (connectionId: string): Place => {
    let place = places.get(connectionId);
    place ??= {
      connect: () => connect(connectionId),
      discard: (key, uploadId) => {
        const place = { connectionId, key, uploadId };
        engine.journal.condemn(place);
        // Nobody is told: the transfer has ended already, and what cannot be removed shows up as unfinished.
        return loadMovers()
          .then(({ discardUpload }) => discardUpload(engine, connect(connectionId), disposed, key, uploadId))
          .catch(() => disposed.throwIfAborted())
          .then(() => engine.journal.forget(place))
          .catch(() => undefined); // The next visit removes it.
      },
    };
    places.set(connectionId, place);
    return place;
  };

  const register = (
    transfer: Omit<Transfer, 'id' | 'addedAt' | 'state'>,
    job: TransferRecord['job'],
    id: TransferId,
    refusal: Failure | undefined,
    share = shareOf(transfer.sizeBytes),
  ): Transfer => {
    const { connectionId, sizeBytes } = transfer;
    const { now } = timers;
    const record = new TransferRecord({ id, job, share, sizeBytes, connect: placeOf(connectionId).connect, now });
    records.set(id, record);
    if (!refusal) enqueue(record);
    const state: TransferState = refusal ? { status: 'failed', failure: refusal, resumable: false } : QUEUED;
    return Object.assign(transfer, { id, addedAt: new Date(now()), state });
  };

  return {
    records,
    addUpload: (request) => {
      const { connectionId, file, onExisting, options } = request;
      // An upload that is gone on with keeps the name it has found.
      const key = onExisting === 'keep-both' && request.resumes === undefined ? numberedKey(request.key) : request.key;
      const name = key === request.key ? request.name : baseName(key);
      const id = `transfer-${(added += 1)}`;
      const job: UploadJob = {
        ...request,
        direction: 'upload',
        key,
        name,
        renamed: (newKey) => ledger.rename(id, newKey, baseName(newKey)),
        replanned: engine.journal.replanned,
        discard: placeOf(connectionId).discard,
      };
      const shown = { direction: 'upload' as const, connectionId, key, name, sizeBytes: file.size };
      if (options !== undefined) Object.assign(shown, { options });
      return register(shown, job, id, checkKey(key));
    },
    addDownload: ({ sink, begun, ...what }) => {
      const { connectionId, key, name: announced, sizeBytes } = what;
      const unsafe: Failure = {
        kind: 'local',
        code: 'UnsafeKey',
        message: 'its URL would name another object',
        facts: { key },
      };
      const id = `transfer-${(added += 1)}`;
      const job: DownloadJob = {
        direction: 'download',
        connectionId,
        key,
        name: announced,
        sink,
        sizeBytes,
        ...(begun ? { object: begun } : {}),
        renamed: (name) => {
          if (name !== what.name) ledger.rename(id, key, name);
        },
      };
      const shown = { direction: 'download' as const, ...what, savedTo: sink.place };
      const transfer = register(shown, job, id, isAddressable(key) ? undefined : unsafe);
      if (begun) records.get(id)?.meter.restart(writtenBytes(begun));
      return transfer;
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
      delete job.hasLeft;
      record.share = shareOf(file.size);
      ledger.resize(id, file.size);
    },
  };
}
