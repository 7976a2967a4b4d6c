import type { TransferResult, TransferRun } from './TransferRun.ts';
import type { UploadJob } from './UploadJob.ts';
import { writerLockName } from './WriterLocks.ts';
import type { AcquireOptions, HeldLock } from './WriterLocks.ts';

/** How this tab has become the writer. */
export interface Turn {
  /** Another one wrote the object before, or may have. */
  readonly isLater: boolean;
  /** Another tab has taken the object over meanwhile: what is under way here is its business now. */
  readonly isLost: () => boolean;
}

/**
 * Works as the only writer of the key; see `[Note: One writer per object]`. When another tab takes the object over, the
 * work is stopped, and begins again once that tab is done.
 */
export async function asOnlyWriter(
  run: TransferRun,
  job: UploadJob,
  isBrief: boolean,
  work: (run: TransferRun, turn: Turn) => Promise<TransferResult>,
): Promise<TransferResult> {
  for (let turns = 0; ; turns += 1) {
    const { lock, hasWaited } = await acquire(run, job, isBrief);
    try {
      const alone: TransferRun = { ...run, signal: AbortSignal.any([run.signal, lock.lost]) };
      return await work(alone, { isLater: hasWaited || turns > 0, isLost: () => lock.lost.aborted });
    } catch (error) {
      run.signal.throwIfAborted();
      if (!lock.lost.aborted) throw error;
    } finally {
      lock.release();
    }
  }
}

async function acquire(
  run: TransferRun,
  job: UploadJob,
  isBrief: boolean,
): Promise<{ lock: HeldLock; hasWaited: boolean }> {
  const activity = run.beginActivity();
  let hasWaited = false;
  const onWait = (): void => {
    hasWaited = true;
    activity.waiting({ reason: 'other-tab' });
  };
  const steal = run.takesOver();
  const options: AcquireOptions = { signal: run.signal, steal, isBrief, onWait };
  try {
    const lock = await run.locks.acquire(writerLockName(run.cos.location, job.key), options);
    return { lock, hasWaited: hasWaited || steal };
  } catch (error) {
    run.signal.throwIfAborted();
    throw error;
  } finally {
    activity.end();
  }
}
