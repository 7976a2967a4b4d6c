import { toFailure } from '#lib/Failure.ts';
import { FailureError } from '#lib/FailureError.ts';
import { headIfPresent } from './recognise.ts';
import type { TransferRun } from './TransferRun.ts';
import { forbidsOverwrite } from './UploadJob.ts';
import type { UploadJob } from './UploadJob.ts';

/**
 * [Note: The last look] Forbid-overwrite keeps an upload from replacing anything unasked, and a bucket that keeps
 * versions ignores it. Where names could not be listed either, the object is asked for right before the request that
 * decides. A numbered copy is always looked for: an equal one made last time would look like ours otherwise.
 *
 * Notes in the job what it found. Throws `FileAlreadyExists` when there is an object of this name.
 */
export async function checkName(run: TransferRun, job: UploadJob): Promise<void> {
  const { key, onExisting } = job;
  const asks = onExisting === 'keep-both' || (job.looksFirst === true && forbidsOverwrite(job));
  if (!asks || run.rights.mayLook === false) return;
  try {
    if ((await headIfPresent(run, key)) === undefined) {
      job.freeKey = key;
      return;
    }
  } catch (error) {
    run.signal.throwIfAborted();
    if (toFailure(error).status !== 403) throw error;
    // Not asked again for each of 100,000 files.
    run.rights.mayLook = false;
    return;
  }
  const message = 'an object of this name is in the bucket';
  throw new FailureError({ kind: 'service', code: 'FileAlreadyExists', message, facts: { key } });
}

/** Whether an upload that has ended well may have put a new version over an object nobody knew of. */
export function isNameUnchecked(job: UploadJob): boolean {
  return job.looksFirst === true && forbidsOverwrite(job) && job.freeKey !== job.key;
}

/**
 * Whether an object that is in the way can be our own, of a request whose answer was lost. A copy that is to be kept
 * beside an equal one needs proof: the name was free before, or such a request has left.
 */
export function mayBeOurs(job: UploadJob, hasLostAnswer: boolean): boolean {
  return job.onExisting !== 'keep-both' || hasLostAnswer || job.freeKey === job.key;
}
