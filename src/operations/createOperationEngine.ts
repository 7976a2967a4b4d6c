import type { ObjectKey } from '#cos/objectKey.ts';
import type { OperationEngine, OperationEvent } from './OperationEngine.ts';
import type { OperationEngineOptions } from './OperationEngineOptions.ts';
import type { OperationJob } from './OperationJob.ts';
import { operationReducer, type OperationChange } from './operationReducer.ts';
import { isOver, NO_COUNTS, type Operation, type OperationId, type OperationKind } from './OperationState.ts';
import type { UndoPlan } from './OperationTally.ts';
import { workOn } from './workOn.ts';

/** What takes each kind back. A copy is not taken back: what it replaced is asked about before. */
const UNDONE_BY: Readonly<Record<OperationKind, OperationKind>> = {
  copy: 'move',
  move: 'move',
  trash: 'restore',
  delete: 'restore',
  restore: 'move',
  create: 'delete',
  // These leave no steps back, so none is offered.
  bringBack: 'bringBack',
  purge: 'purge',
  edit: 'edit',
  access: 'access',
  restoreArchived: 'restoreArchived',
};

export function createOperationEngine(options: OperationEngineOptions): OperationEngine {
  const { journal } = options;
  const jobs = new Map<OperationId, OperationJob>();
  const listeners = new Set<(event: OperationEvent) => void>();
  const tell = (event: OperationEvent): void => {
    for (const listener of listeners) listener(event);
  };

  function change(job: OperationJob, step: OperationChange): void {
    const state = operationReducer(job.operation.state, step);
    const problems = job.tally?.problems ?? job.operation.problems;
    if (state === job.operation.state && problems.length === job.operation.problems.length) return;
    job.operation = { ...job.operation, state, problems: [...problems] };
    tell({ type: 'changed', operation: job.operation });
  }

  function add(
    request: OperationJob['request'],
    extra: Partial<Operation> = {},
    marks?: UndoPlan['marks'],
  ): OperationJob {
    const { kind, connectionId, name } = request;
    const job: OperationJob = {
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
      isRecalled: extra.state?.status === 'paused',
      ...(marks === undefined ? {} : { marks }),
    };
    jobs.set(job.operation.id, job);
    tell({ type: 'changed', operation: job.operation });
    return job;
  }

  function begin(job: OperationJob): OperationId {
    void workOn(job, options, { change, tell });
    return job.operation.id;
  }

  function stop(id: OperationId, step: OperationChange): OperationJob | undefined {
    const job = jobs.get(id);
    if (job === undefined) return undefined;
    change(job, step);
    job.abort?.abort(new DOMException('stopped', 'AbortError'));
    return job;
  }

  /** Leaves nothing half done behind: no open upload, no note. */
  async function leave({ operation: { id }, request }: OperationJob): Promise<void> {
    for (const upload of await journal.openUploads(id)) {
      await options
        .cosFor(request.toConnectionId ?? request.connectionId)
        .abortMultipartUpload(upload)
        .catch(() => undefined);
    }
    await journal.forget(id);
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
    retry: startAgain,
    cancel: (id) => {
      const job = stop(id, { type: 'cancelled' });
      if (job?.operation.state.status === 'cancelled') void leave(job);
    },
    undo: (id) => {
      const job = jobs.get(id);
      const plan = job?.tally?.undo();
      if (job === undefined || plan === undefined || job.operation.state.status !== 'completed') return undefined;
      if (!job.operation.state.canUndo) return undefined;
      change(job, { type: 'undone' });
      const { connectionId, toConnectionId = connectionId, name } = job.request;
      const there = toConnectionId === connectionId ? {} : { toConnectionId: connectionId };
      const kind = UNDONE_BY[job.request.kind];
      const request = { kind, connectionId: toConnectionId, ...there, name, roots: plan.roots };
      return begin(add(request, { isUndo: true }, job.request.kind === 'delete' ? plan.marks : undefined));
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
        add(request, { id, addedAt: new Date(addedAt), state });
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
