import { toFailure } from '#lib/Failure.ts';
import { endUpload } from './copyInParts.ts';
import { freeRoots } from './freeRoots.ts';
import { createQuestionDesk } from './createQuestionDesk.ts';
import type { OperationEvent } from './OperationEngine.ts';
import type { OperationEngineOptions } from './OperationEngineOptions.ts';
import type { OperationJob } from './OperationJob.ts';
import type { OperationChange } from './operationReducer.ts';
import { createOperationTally, type OperationTally } from './OperationTally.ts';
import { openRun } from './openRun.ts';
import { runOperation } from './runOperation.ts';
import type { Step } from './stepsOf.ts';

/** How the engine hears of what happens. */
export interface OperationTelling {
  readonly change: (job: OperationJob, step: OperationChange) => void;
  readonly tell: (event: OperationEvent) => void;
}

/** Runs an operation until it ends, fails, or is stopped from outside. Never rejects; `change` hears how it went. */
export async function workOn(
  job: OperationJob,
  options: OperationEngineOptions,
  { change, tell }: OperationTelling,
): Promise<void> {
  const { journal } = options;
  const { id, connectionId } = job.operation;
  const { toConnectionId = connectionId, kind } = job.request;
  const abort = new AbortController();
  const { signal } = abort;
  job.abort = abort;
  const tally = countFor(job, options, change, signal);
  job.tally = tally;
  const moving = (): void => change(job, { type: 'moving', counts: tally.counts() });
  const writeDown = async (): Promise<void> => {
    if (job.marks !== undefined) return;
    await journal.write({ ...job.request, id, addedAt: job.operation.addedAt.getTime() });
  };
  let lock: { readonly release: () => void } | undefined;
  try {
    await writeDown();
    lock = await options.lock(id, signal, () => change(job, { type: 'waited', reason: 'other-tab' }));
    moving();
    const run = openRun(
      job,
      options,
      signal,
      (wait) => {
        if (wait === undefined) moving();
        else change(job, { type: 'waited', ...wait });
      },
      tally.sent,
    );
    for (const upload of await journal.openUploads(id)) {
      if (upload.content === undefined) await endUpload(run, upload);
      else run.resumable.set(upload.key, upload);
    }
    const desk = createQuestionDesk<Step>({
      questions: options.questions,
      connectionId: toConnectionId,
      answers: await journal.answers(id),
      onAnswers: (answers) => {
        void journal.noteAnswers(id, answers);
        moving();
      },
      signal,
    });
    const roots = kind === 'copy' ? await freeRoots(run, job.request.roots) : job.request.roots;
    if (roots !== job.request.roots) {
      job.request = { ...job.request, roots };
      await writeDown();
    }
    const plan = { ...job.request, roots, ...(job.marks === undefined ? {} : { marks: job.marks }) };
    await runOperation(run, plan, tally, desk, {
      onMade: (source, key) => tell({ type: 'made', connectionId: toConnectionId, source, key }),
      onGone: (keys, folders) => tell({ type: 'gone', connectionId, keys, folders }),
      onQuestion: () => change(job, { type: 'waited', reason: 'question' }),
    });
    // What they were begun for is not there any more.
    for (const upload of run.resumable.values()) await endUpload(run, upload);
    const [first] = tally.problems;
    if (first !== undefined) change(job, { type: 'failed', failure: first.failure, counts: tally.counts() });
    else {
      const canUndo = !job.operation.isUndo && kind !== 'copy' && tally.undo() !== undefined;
      change(job, { type: 'completed', counts: tally.counts(), canUndo });
      await journal.forget(id);
    }
  } catch (error) {
    if (signal.aborted) return; // Whoever stopped it has said what it is now.
    change(job, { type: 'failed', failure: toFailure(error), counts: tally.counts() });
  } finally {
    lock?.release();
  }
}

/** Counts go on from what earlier runs of this page did; what an earlier page did is not known. */
function countFor(
  job: OperationJob,
  { policy, setTimeout }: OperationEngineOptions,
  change: OperationTelling['change'],
  signal: AbortSignal,
): OperationTally {
  let isTelling = false;
  const before = job.tally === undefined ? (job.isRecalled ? undefined : []) : job.tally.stepsBack();
  const tally = createOperationTally(
    () => {
      if (isTelling) return;
      isTelling = true;
      setTimeout(() => {
        isTelling = false;
        if (!signal.aborted && job.operation.state.status === 'running')
          change(job, { type: 'moving', counts: tally.counts() });
      }, policy.tellEveryMs);
    },
    policy.rememberedForUndo,
    before,
  );
  return tally;
}
