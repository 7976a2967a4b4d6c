import { leaveBeginning } from './abandon.ts';
import type { RestoredUpload } from './JournaledUpload.ts';
import { recogniseFile } from './recogniseFile.ts';
import type { TransferResult, TransferRun } from './TransferRun.ts';
import { uploadInParts } from './uploadInParts.ts';
import type { MultipartUpload, UploadJob } from './UploadJob.ts';
import { writerLockName } from './WriterLocks.ts';
import type { HeldLock } from './WriterLocks.ts';

/**
 * Sends a file in parts as the only writer of its key; see `[Note: One writer per object]`. With the lock in hand it
 * goes on with what an earlier visit or another tab left, and does nothing when that tab has finished the very file.
 * When another tab takes the object over, it waits again.
 */
export async function uploadAsOnlyWriter(run: TransferRun, job: UploadJob): Promise<TransferResult> {
  for (let turn = 0; ; turn += 1) {
    const { lock, hasWaited } = await acquire(run, job);
    const alone: TransferRun = { ...run, signal: AbortSignal.any([run.signal, lock.lost]) };
    try {
      const own = job.multipart;
      const isGone = own !== undefined && !(await run.journal.isStillNoted({ ...job, uploadId: own.uploadId }));
      // While this tab was paused, another one has taken the object and finished it, or discarded what was there.
      if (isGone) delete job.multipart;
      if (!job.multipart) {
        const restored = await run.journal.find(job, run.cos.location);
        alone.signal.throwIfAborted();
        if (restored) {
          job.multipart = multipartFrom(restored);
          leaveBeginning(job);
        } else if (hasWaited || isGone || turn > 0 || job.beginning) {
          const there = await recogniseFile(alone, job);
          if (there) {
            leaveBeginning(job);
            return there;
          }
        }
      }
      return await uploadInParts(alone, job);
    } catch (error) {
      run.signal.throwIfAborted();
      if (!lock.lost.aborted) throw error;
      // It is the other tab's upload now; what is left of it will be found in the journal.
      delete job.multipart;
    } finally {
      lock.release();
    }
  }
}

async function acquire(run: TransferRun, job: UploadJob): Promise<{ lock: HeldLock; hasWaited: boolean }> {
  const activity = run.beginActivity();
  let hasWaited = false;
  const onWait = (): void => {
    hasWaited = true;
    activity.waiting({ reason: 'other-tab' });
  };
  const steal = run.takesOver();
  try {
    const lock = await run.locks.acquire(writerLockName(run.cos.location, job.key), {
      signal: run.signal,
      steal,
      onWait,
    });
    return { lock, hasWaited: hasWaited || steal };
  } catch (error) {
    run.signal.throwIfAborted();
    throw error;
  } finally {
    activity.end();
  }
}

function multipartFrom({ upload, confirmed }: RestoredUpload): MultipartUpload {
  return {
    uploadId: upload.uploadId,
    plan: upload.plan,
    confirmed: new Map(confirmed),
    // With every part confirmed a Complete may have been sent, and the object be there.
    completeSent: confirmed.size === upload.plan.length,
    isRestored: true,
    unchecked: new Set(confirmed.keys()),
  };
}
