import { toFailure } from '#lib/Failure.ts';
import type { Failure } from '#lib/Failure.ts';
import { abandon } from './abandon.ts';
import { createActivityBoard } from './createActivityBoard.ts';
import type { EngineParts } from './EngineParts.ts';
import { loadMovers } from './loadMovers.ts';
import type { TransferRecord } from './TransferRecord.ts';
import type { TransferRun } from './TransferRun.ts';
import type { RunningPhase } from './TransferState.ts';

/** Runs a transfer until it ends, fails, or is stopped from outside. Never rejects; the ledger hears how it went. */
export async function runTransfer(engine: EngineParts, record: TransferRecord): Promise<void> {
  const { ledger, timers } = engine;
  const { id, job } = record;
  const abort = new AbortController();
  record.abort = abort;
  let phase: RunningPhase = 'transferring';
  const moving = (): void => ledger.change(id, { type: 'moving', phase, progress: record.meter.read() });
  moving();
  try {
    await record.settled;
    abort.signal.throwIfAborted();
    const board = createActivityBoard((wait) => {
      if (abort.signal.aborted) return;
      if (wait) ledger.change(id, { type: 'waited', ...wait });
      else moving();
    });
    const run: TransferRun = {
      ...engine,
      ...record.connect(),
      signal: abort.signal,
      share: record.share,
      meter: record.meter,
      takesOver: () => {
        const asked = record.takesOver;
        record.takesOver = false;
        return asked;
      },
      ...(job.direction === 'upload' ? { file: job.file } : {}),
      beginActivity: board.begin,
      enter: (next) => {
        phase = next;
        if (!abort.signal.aborted) moving();
      },
      progressed: () => ledger.progressed(id, record.meter),
    };
    const { moveBytes } = await loadMovers();
    const result = await moveBytes(run, job);
    if (result === 'already-there') ledger.change(id, { type: 'skipped', alreadyThere: true });
    else if (result === 'skipped') {
      await forget(engine, record);
      ledger.change(id, { type: 'skipped' });
    } else ledger.change(id, { type: 'completed', ...result, completedAt: new Date(timers.now()) });
  } catch (error) {
    if (abort.signal.aborted) return; // Whoever stopped the run has said what it is now.
    const failure = toFailure(error);
    if (isQuestion(failure, record)) {
      ledger.change(id, { type: 'paused', by: 'question', progress: record.meter.read(), failure });
      return;
    }
    const resumable = isResumable(failure);
    if (!resumable) await forget(engine, record);
    ledger.change(id, { type: 'failed', failure, resumable });
  }
}

const CHANGED = new Set(['FileDiffers', 'FileChanged', 'ObjectChanged']);
const WITHDRAWN = new Set(['AccessDenied', 'AccessWithdrawn', 'EndpointRefused']);

/**
 * What only the person can decide; the transfer pauses until then. A right that is taken away midway is one, because
 * what was sent so far is worth keeping until it is given back.
 */
function isQuestion({ code }: Failure, { job, meter }: TransferRecord): boolean {
  if (CHANGED.has(code)) return true;
  return WITHDRAWN.has(code) && job.direction === 'upload' && job.multipart !== undefined && meter.confirmedBytes > 0;
}

/** Removes what an unfinished transfer has left behind: parts on the server, a staged file here. */
export async function forget({ downloads }: Pick<EngineParts, 'downloads'>, record: TransferRecord): Promise<void> {
  const { job } = record;
  if (job.direction === 'upload') {
    void abandon(job);
    return;
  }
  if ('members' in job) job.building?.pages.stop();
  else if (job.sink.stagedAs !== undefined) downloads.forget(job.sink.stagedAs);
  await job.sink.discard();
}

const FINAL_CODES = new Set([
  'FileUnreadable',
  'FileTooLarge',
  'KeyTooLong',
  'KeyNotAllowed',
  'UnsafeKey',
  'ConnectionUnknown',
]);

/** Whether trying the same again can end differently. */
function isResumable(failure: Failure): boolean {
  return !FINAL_CODES.has(failure.code);
}
