import { toFailure } from '#lib/Failure.ts';
import { endUpload } from './copyInParts.ts';
import { createPatientCos } from './createPatientCos.ts';
import type { OperationEvent } from './OperationEngine.ts';
import type { OperationEngineOptions } from './OperationEngineOptions.ts';
import type { OperationJob } from './OperationJob.ts';
import type { OperationChange } from './operationReducer.ts';
import type { OperationRun } from './OperationRun.ts';
import { createOperationTally } from './OperationTally.ts';
import { runOperation, type OperationPlan } from './runOperation.ts';

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
  const { journal, policy } = options;
  const { id, connectionId } = job.operation;
  const abort = new AbortController();
  const { signal } = abort;
  job.abort = abort;
  let isTelling = false;
  const before = job.tally === undefined ? (job.isRecalled ? undefined : []) : job.tally.stepsBack();
  const tally = createOperationTally(
    () => {
      if (isTelling) return;
      isTelling = true;
      options.setTimeout(() => {
        isTelling = false;
        if (!signal.aborted && job.operation.state.status === 'running')
          change(job, { type: 'moving', counts: tally.counts() });
      }, policy.tellEveryMs);
    },
    policy.rememberedForUndo,
    before,
  );
  job.tally = tally;
  const moving = (): void => change(job, { type: 'moving', counts: tally.counts() });
  let lock: { readonly release: () => void } | undefined;
  try {
    const { kind } = job.request;
    if (kind !== 'restore') await journal.write({ ...job.request, kind, id, addedAt: job.operation.addedAt.getTime() });
    lock = await options.lock(id, signal, () => change(job, { type: 'waited', reason: 'other-tab' }));
    moving();
    const run: OperationRun = {
      cos: createPatientCos({
        cos: options.cosFor(connectionId),
        door: options.doorFor(connectionId),
        policy: policy.retry,
        signal,
        random: options.random,
        now: options.now,
        onWait: (wait) => {
          if (signal.aborted) return;
          if (wait === undefined) moving();
          else change(job, { type: 'waited', ...wait });
        },
      }),
      signal,
      policy,
      readsAcl: options.mayRead(connectionId, 'acl'),
      readsTags: options.mayRead(connectionId, 'tags'),
      notes: {
        began: (upload) => journal.noteUpload(id, upload),
        ended: (upload) => journal.dropUpload(id, upload),
      },
    };
    for (const upload of await journal.openUploads(id)) await endUpload(run, upload);
    const plan: OperationPlan = {
      ...job.request,
      ...(job.marks === undefined ? {} : { marks: job.marks }),
    };
    await runOperation(run, plan, tally, {
      onMade: (source, key) => tell({ type: 'made', connectionId, source, key }),
      onGone: (keys) => tell({ type: 'gone', connectionId, keys }),
    });
    const [first] = tally.problems;
    if (first !== undefined) change(job, { type: 'failed', failure: first.failure, counts: tally.counts() });
    else {
      const canUndo = !job.operation.isUndo && job.request.kind !== 'copy' && tally.undo() !== undefined;
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
