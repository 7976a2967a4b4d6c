import type { CosClient } from '#cos/CosClient.ts';
import type { ObjectKey } from '#cos/objectKey.ts';
import { toFailure } from '#lib/Failure.ts';
import type { OperationJournal } from './createOperationJournal.ts';
import { createPatientCos } from './createPatientCos.ts';
import { endUpload } from './copyInParts.ts';
import type { OperationEngine, OperationEvent, OperationRequest } from './OperationEngine.ts';
import { operationReducer, type OperationChange } from './operationReducer.ts';
import type { OperationPolicy, OperationRun, OutageDoor } from './OperationRun.ts';
import { isOver, NO_COUNTS, type Operation, type OperationId, type OperationRoot } from './OperationState.ts';
import { createOperationTally, type OperationTally, type UndoPlan } from './OperationTally.ts';
import { runOperation, type OperationPlan } from './runOperation.ts';

export interface OperationEngineOptions {
  readonly cosFor: (connectionId: string) => CosClient;
  readonly doorFor: (connectionId: string) => OutageDoor;
  readonly mayRead: (connectionId: string, what: 'acl' | 'tags') => boolean;
  readonly journal: OperationJournal;
  /** One page works on an operation; resolves when it is this one. */
  readonly lock: (
    id: OperationId,
    signal: AbortSignal,
    onWait: () => void,
  ) => Promise<{ readonly release: () => void }>;
  readonly isWorkedOn: (id: OperationId) => Promise<boolean>;
  readonly policy: OperationPolicy;
  readonly newId: () => OperationId;
  readonly now: () => number;
  readonly random: () => number;
  readonly setTimeout: (callback: () => void, delayMs: number) => unknown;
}

interface Job {
  operation: Operation;
  request: Omit<OperationRequest, 'kind'> & { readonly kind: OperationPlan['kind'] };
  readonly marks?: UndoPlan['marks'];
  runs: number;
  abort?: AbortController;
  tally?: OperationTally;
}

export function createOperationEngine(options: OperationEngineOptions): OperationEngine {
  const { journal, policy } = options;
  const jobs = new Map<OperationId, Job>();
  const listeners = new Set<(event: OperationEvent) => void>();
  const tell = (event: OperationEvent): void => {
    for (const listener of listeners) listener(event);
  };

  function change(job: Job, step: OperationChange): void {
    const state = operationReducer(job.operation.state, step);
    const problems = job.tally?.problems ?? job.operation.problems;
    if (state === job.operation.state && problems.length === job.operation.problems.length) return;
    job.operation = { ...job.operation, state, problems: [...problems] };
    tell({ type: 'changed', operation: job.operation });
  }

  function add(request: Job['request'], extra: Partial<Operation> = {}, marks?: UndoPlan['marks']): Job {
    const { kind, connectionId, name } = request;
    const job: Job = {
      operation: {
        id: options.newId(),
        kind,
        connectionId,
        name,
        addedAt: new Date(options.now()),
        isUndo: false,
        problems: [],
        state: { status: 'running', counts: NO_COUNTS },
        ...extra,
      },
      request,
      runs: 0,
      ...(marks === undefined ? {} : { marks }),
    };
    jobs.set(job.operation.id, job);
    tell({ type: 'changed', operation: job.operation });
    return job;
  }

  function begin(job: Job): OperationId {
    void work(job);
    return job.operation.id;
  }

  async function work(job: Job): Promise<void> {
    const { id, connectionId } = job.operation;
    const abort = new AbortController();
    const { signal } = abort;
    job.abort = abort;
    job.runs += 1;
    let isTelling = false;
    const tally = createOperationTally(() => {
      if (isTelling) return;
      isTelling = true;
      options.setTimeout(() => {
        isTelling = false;
        if (!signal.aborted && job.operation.state.status === 'running')
          change(job, { type: 'moving', counts: tally.counts() });
      }, policy.tellEveryMs);
    }, policy.rememberedForUndo);
    job.tally = tally;
    const moving = (): void => change(job, { type: 'moving', counts: tally.counts() });
    let lock: { readonly release: () => void } | undefined;
    try {
      const { kind } = job.request;
      if (kind !== 'restore')
        await journal.write({ ...job.request, kind, id, addedAt: job.operation.addedAt.getTime() });
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
        isAgain: job.runs > 1,
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

  function stop(id: OperationId, step: OperationChange): Job | undefined {
    const job = jobs.get(id);
    if (job === undefined) return undefined;
    change(job, step);
    job.abort?.abort(new DOMException('stopped', 'AbortError'));
    return job;
  }

  function startAgain(id: OperationId): void {
    const job = jobs.get(id);
    if (job === undefined) return;
    const { status } = job.operation.state;
    if (status !== 'paused' && status !== 'failed') return;
    change(job, { type: 'started' });
    begin(job);
  }

  return {
    start: (request) => begin(add(request)),
    pause: (id) => void stop(id, { type: 'paused' }),
    resume: startAgain,
    retry: (id, answer) => {
      const job = jobs.get(id);
      if (job !== undefined && answer !== undefined) {
        const roots = job.request.roots.map((root): OperationRoot => ({ ...root, ...answer }));
        job.request = { ...job.request, roots };
      }
      startAgain(id);
    },
    cancel: (id) => {
      const job = stop(id, { type: 'cancelled' });
      if (job?.operation.state.status === 'cancelled') void journal.forget(id);
    },
    undo: (id) => {
      const job = jobs.get(id);
      const plan = job?.tally?.undo();
      if (job === undefined || plan === undefined || job.operation.state.status !== 'completed') return undefined;
      if (!job.operation.state.canUndo) return undefined;
      change(job, { type: 'undone' });
      const { connectionId, name } = job.request;
      const isDeletion = job.request.kind === 'delete';
      const request = { kind: isDeletion ? 'restore' : 'move', connectionId, name, roots: plan.moves } as const;
      return begin(add(request, { isUndo: true }, isDeletion ? plan.marks : undefined));
    },
    deleteKept: (id) => {
      const job = jobs.get(id);
      const kept: readonly ObjectKey[] = job?.tally?.kept ?? [];
      if (job === undefined || kept.length === 0 || job.operation.state.status !== 'completed') return undefined;
      const { connectionId, name } = job.request;
      jobs.delete(id);
      tell({ type: 'removed', ids: [id] });
      return begin(add({ kind: 'delete', connectionId, name, roots: kept.map((from) => ({ from })) }));
    },
    clearFinished: () => {
      const ids = [...jobs.values()]
        .filter(({ operation }) => isOver(operation.state))
        .map(({ operation }) => operation.id);
      for (const id of ids) {
        jobs.delete(id);
        void journal.forget(id);
      }
      if (ids.length > 0) tell({ type: 'removed', ids });
    },
    recall: async () => {
      for (const { id, addedAt, ...request } of await journal.read()) {
        if (jobs.has(id) || (await options.isWorkedOn(id))) continue;
        const state = { status: 'paused', by: 'earlier', counts: NO_COUNTS } as const;
        const job = add(request, { id, addedAt: new Date(addedAt), state });
        job.runs = 1; // An earlier page ran it: copies of its may be there.
      }
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose: () => {
      for (const job of jobs.values()) job.abort?.abort(new DOMException('the page goes away', 'AbortError'));
      listeners.clear();
    },
  };
}
