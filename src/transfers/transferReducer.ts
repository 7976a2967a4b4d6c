import type { Failure } from '#lib/Failure.ts';
import type { Progress, RunningPhase, TransferState, WaitingReason } from './TransferState.ts';

/** Something that happened to a transfer. */
export type TransferChange =
  /** Bytes move, or are about to; also ends a wait. */
  | { readonly type: 'moving'; readonly phase: RunningPhase; readonly progress: Progress }
  | { readonly type: 'progressed'; readonly progress: Progress }
  | {
      readonly type: 'waited';
      readonly reason: WaitingReason;
      readonly until?: Date;
      readonly attempt?: number;
      readonly failure?: Failure;
    }
  | {
      readonly type: 'paused';
      readonly by: 'person' | 'question';
      readonly progress: Progress;
      readonly failure?: Failure;
    }
  /** Resume after a pause, retry after a failure. */
  | { readonly type: 'requeued' }
  | { readonly type: 'failed'; readonly failure: Failure; readonly resumable: boolean }
  | ({ readonly type: 'completed' } & Omit<Extract<TransferState, { status: 'completed' }>, 'status'>)
  | { readonly type: 'cancelled'; readonly arrival?: 'checking' | 'unknown' }
  | { readonly type: 'skipped'; readonly alreadyThere?: true };

/**
 * The only place where a transfer's state changes. A change that makes no sense in a state (an answer that arrives
 * after `Cancel`) leaves it alone: the same object comes back.
 */
export function transferReducer(state: TransferState, change: TransferChange): TransferState {
  switch (state.status) {
    case 'completed':
    case 'skipped':
      return state;
    case 'cancelled':
      return state.arrival === 'checking' ? found(state, change) : state;
    case 'failed':
      if (change.type === 'requeued') return state.resumable ? { status: 'queued' } : state;
      return ended(change) ?? state;
    case 'paused':
      if (change.type === 'requeued') return { status: 'queued' };
      return ended(change) ?? state;
    case 'queued':
      if (change.type === 'moving') return { status: 'running', phase: change.phase, progress: change.progress };
      if (change.type === 'paused') return paused(change);
      if (change.type === 'failed') return failed(change);
      return ended(change) ?? state;
    case 'running':
    case 'waiting':
      break;
  }
  return underWay(state, change);
}

/** What the bucket said about an upload that was cancelled when it may have arrived. */
function found(state: TransferState, change: TransferChange): TransferState {
  if (change.type === 'completed') return completed(change);
  return change.type === 'cancelled' ? cancelled(change) : state;
}

type UnderWay = Extract<TransferState, { status: 'running' | 'waiting' }>;
type Change<Type extends TransferChange['type']> = Extract<TransferChange, { type: Type }>;

function underWay(state: UnderWay, change: TransferChange): TransferState {
  switch (change.type) {
    case 'moving':
      return { status: 'running', phase: change.phase, progress: notFalling(state.progress, change.progress) };
    case 'progressed':
      return { ...state, progress: notFalling(state.progress, change.progress) };
    case 'waited': {
      const { type: _, ...wait } = change;
      return { status: 'waiting', ...wait, progress: state.progress };
    }
    case 'paused':
      return paused({ ...change, progress: notFalling(state.progress, change.progress) });
    case 'failed':
      return failed(change);
    case 'completed':
      return completed(change);
    case 'requeued':
    case 'cancelled':
    case 'skipped':
      break;
  }
  return ended(change) ?? state;
}

/** What a person may decide in every state that has not ended for good. */
function ended(change: TransferChange): TransferState | undefined {
  if (change.type === 'cancelled') return cancelled(change);
  if (change.type !== 'skipped') return undefined;
  return { status: 'skipped', ...(change.alreadyThere ? { alreadyThere: true } : {}) };
}

function completed(change: Change<'completed'>): TransferState {
  const { type: _, ...result } = change;
  return { status: 'completed', ...result };
}

function cancelled(change: Change<'cancelled'>): TransferState {
  const { type: _, ...arrival } = change;
  return { status: 'cancelled', ...arrival };
}

function paused(change: Change<'paused'>): TransferState {
  const { type: _, ...pause } = change;
  return { status: 'paused', ...pause };
}

function failed(change: Change<'failed'>): TransferState {
  return { status: 'failed', failure: change.failure, resumable: change.resumable };
}

/** The bar never goes back: a part that is sent again was shown once already. */
function notFalling(before: Progress, after: Progress): Progress {
  return after.transferredBytes >= before.transferredBytes
    ? after
    : { ...after, transferredBytes: before.transferredBytes };
}
