import type { Failure } from '#lib/Failure.ts';
import { NO_COUNTS, type OperationCounts, type OperationState, type OperationWait } from './OperationState.ts';

/** Something that happened to an operation. */
export type OperationChange =
  /** Work is done, or is about to be; also ends a wait. */
  | { readonly type: 'moving'; readonly counts: OperationCounts }
  | ({ readonly type: 'waited' } & OperationWait)
  | { readonly type: 'paused' }
  /** Begun, resumed or tried again: it counts from the start, because it asks the bucket again what is left. */
  | { readonly type: 'started' }
  | { readonly type: 'completed'; readonly counts: OperationCounts; readonly canUndo: boolean }
  | { readonly type: 'failed'; readonly failure: Failure; readonly counts: OperationCounts }
  | { readonly type: 'cancelled' }
  /** It was taken back; there is nothing to take back any more. */
  | { readonly type: 'undone' };

/**
 * The only place where an operation's state changes. A change that makes no sense in a state (an answer after `Cancel`)
 * leaves it alone: the same object comes back.
 */
export function operationReducer(state: OperationState, change: OperationChange): OperationState {
  switch (state.status) {
    case 'cancelled':
      return state;
    case 'completed':
      return change.type === 'undone' && state.canUndo ? { ...state, canUndo: false } : state;
    case 'failed':
    case 'paused':
      if (change.type === 'started') return { status: 'running', counts: NO_COUNTS };
      return change.type === 'cancelled' ? { status: 'cancelled', counts: state.counts } : state;
    case 'running':
    case 'waiting':
    default:
      return underWay(state, change);
  }
}

type UnderWay = Extract<OperationState, { status: 'running' | 'waiting' }>;

function underWay(state: UnderWay, change: OperationChange): OperationState {
  const { counts } = state;
  switch (change.type) {
    case 'moving':
      return { status: 'running', counts: change.counts };
    case 'waited': {
      const { type: _, ...wait } = change;
      return { status: 'waiting', ...wait, counts };
    }
    case 'paused':
      return { status: 'paused', by: 'person', counts };
    case 'completed':
      return { status: 'completed', counts: change.counts, canUndo: change.canUndo };
    case 'failed':
      return { status: 'failed', failure: change.failure, counts: change.counts };
    case 'cancelled':
      return { status: 'cancelled', counts };
    case 'started':
    case 'undone':
    default:
      return state;
  }
}
