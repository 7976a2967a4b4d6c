import { toFailure } from '#lib/Failure.ts';
import { abandon } from './abandon.ts';
import type { TransferLedger } from './createTransferLedger.ts';
import type { TransferRegistry } from './createTransferRegistry.ts';
import { takeNextName } from './takeNextName.ts';
import type { TransferEngine } from './TransferEngine.ts';
import type { TransferRecord } from './TransferRecord.ts';

/** What a person may do about a transfer that failed, or whose file or object has changed. */
export function createSecondTries(options: {
  readonly ledger: TransferLedger;
  readonly registry: TransferRegistry;
  readonly requeue: (record: TransferRecord) => void;
}): Pick<TransferEngine, 'retry' | 'startOver'> {
  const { ledger, registry, requeue } = options;
  const { records } = registry;
  return {
    retry: (id, answer) => {
      const record = records.get(id);
      const state = ledger.get(id)?.state;
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
      if (ledger.get(id)?.state.status !== 'paused' || !record) return;
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
  };
}
