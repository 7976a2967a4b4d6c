import { downloadObject } from './downloadObject.ts';
import type { TransferRecord } from './TransferRecord.ts';
import type { TransferResult, TransferRun } from './TransferRun.ts';
import { uploadFile } from './uploadFile.ts';

/**
 * Does what the job asks for. `already-there`: the bucket had it, and the person wanted that skipped. `skipped`: something
 * else has its name, and the person wanted that skipped.
 */
export async function moveBytes(
  run: TransferRun,
  job: TransferRecord['job'],
): Promise<TransferResult | 'already-there' | 'skipped'> {
  if (job.direction === 'upload') return uploadFile(run, job);
  if (!('members' in job)) return downloadObject(run, job);
  // Few people want an archive, and none at once.
  const { archiveObjects } = await import('./archiveObjects.ts');
  return archiveObjects(run, job);
}
