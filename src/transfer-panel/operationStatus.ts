import type { Operation, OperationKind, OperationState } from '#operations/OperationState.ts';
import type { Text } from '#text/Text.ts';
import type { RowStatus } from './RowStatus.ts';

/** How an operation is, in words. Pure. */
export function operationStatus({ kind, state }: Operation, text: Text): RowStatus {
  const { t, formats } = text;
  const { done, found, isTotal, failed } = state.counts;
  const figures = [formats.number(done), formats.number(found)] as const;
  const sofar = isTotal ? t.operationObjects(...figures) : t.operationObjectsSoFar(...figures);
  const ended = kind === 'restoreArchived' ? t.restoreAsked(done) : t.operationDone(done);
  const facts = state.status === 'completed' ? [ended] : found > 0 ? [sofar] : [];
  if (failed > 0) facts.push(t.operationFailed(failed));
  return {
    label: labelOf(kind, state, text),
    facts,
    fraction: state.status === 'completed' ? 1 : isTotal && found > 0 ? Math.min(0.99, done / found) : 0,
    valueText: sofar,
    tone: toneOf(state),
  };
}

function labelOf(kind: OperationKind, state: OperationState, text: Text): string {
  const { t, formats } = text;
  switch (state.status) {
    case 'running':
      return {
        copy: t.statusCopying,
        move: t.statusMoving,
        delete: t.statusDeleting,
        restore: t.statusRestoring,
        edit: t.statusEditing,
        restoreArchived: t.statusRestoring,
      }[kind];
    case 'paused':
      return state.by === 'earlier' ? t.statusPausedEarlier : t.statusPaused;
    case 'completed':
      return state.counts.kept > 0 ? t.statusKept(state.counts.kept) : t.statusDone;
    case 'failed':
      return t.statusFailed(text.failure(state.failure).title);
    case 'cancelled':
      return t.statusCancelled;
    case 'waiting':
    default:
      break;
  }
  switch (state.reason) {
    case 'offline':
      return t.statusOffline;
    case 'credentials':
      return state.failure?.code === 'SignInRequired' ? t.statusSignInNeeded : t.statusSigningIn;
    case 'host-down':
      return t.statusWaitingHost;
    case 'stalled':
      return t.statusStalled;
    case 'other-tab':
      return t.statusOperationElsewhere;
    case 'retry':
    default:
      return state.attempt === undefined ? t.statusRetryingSoon : t.statusRetrying(formats.number(state.attempt));
  }
}

function toneOf(state: OperationState): RowStatus['tone'] {
  if (state.status === 'running') return 'moving';
  if (state.status === 'failed') return 'bad';
  return state.status === 'completed' && state.counts.kept === 0 ? 'good' : 'still';
}
