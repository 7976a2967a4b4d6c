import type { Operation, OperationCounts, OperationKind, OperationState } from '#operations/OperationState.ts';
import type { Text } from '#text/Text.ts';
import type { RowStatus } from './RowStatus.ts';

/** How an operation is, in words. Pure. */
export function operationStatus({ kind, state }: Operation, text: Text): RowStatus {
  const { t, formats } = text;
  const { done, found, isTotal, failed, skipped, pageBytes } = state.counts;
  const figures = [formats.number(done), formats.number(found)] as const;
  const sofar = isTotal ? t.operationObjects(...figures) : t.operationObjectsSoFar(...figures);
  const ended = kind === 'restoreArchived' ? t.restoreAsked(done) : t.operationDone(done);
  const facts = state.status === 'completed' ? [ended] : found > 0 ? [sofar] : [];
  if (failed > 0) facts.push(t.operationFailed(failed));
  if (pageBytes > 0) facts.push(t.throughPage(formats.bytes(pageBytes)));
  if (skipped > 0) facts.push(t.skippedCount(skipped));
  return {
    label: labelOf(kind, state, text),
    facts,
    fraction: state.status === 'completed' ? 1 : fractionOf(state.counts),
    valueText: sofar,
    tone: toneOf(state),
  };
}

/** Objects count, unless their bytes go through this page: then bytes do, since one of them may take an hour. */
function fractionOf({ done, found, isTotal, pageBytes, foundBytes }: OperationCounts): number {
  if (!isTotal || found === 0) return 0;
  return Math.min(0.99, pageBytes > 0 && foundBytes > 0 ? pageBytes / foundBytes : done / found);
}

function labelOf(kind: OperationKind, state: OperationState, text: Text): string {
  const { t, formats } = text;
  switch (state.status) {
    case 'running':
      return runningLabel(kind, text);
    case 'paused':
      return state.by === 'earlier' ? t.statusPausedEarlier : t.statusPaused;
    case 'completed':
      return endLabel(state.counts, text);
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
    case 'question':
      return t.statusQuestion;
    case 'other-tab':
      return t.statusOperationElsewhere;
    case 'retry':
    default:
      return state.attempt === undefined ? t.statusRetryingSoon : t.statusRetrying(formats.number(state.attempt));
  }
}

function endLabel({ kept, retold }: OperationCounts, { t }: Text): string {
  if (kept === 0) return t.statusDone;
  return kept === retold ? t.statusRetold(kept) : t.statusKept(kept);
}

function runningLabel(kind: OperationKind, { t }: Text): string {
  const labels: Readonly<Record<OperationKind, string>> = {
    copy: t.statusCopying,
    move: t.statusMoving,
    trash: t.statusMovingToTrash,
    delete: t.statusDeleting,
    restore: t.statusRestoring,
    bringBack: t.statusRestoring,
    purge: t.statusDeleting,
    create: t.statusCreating,
    edit: t.statusEditing,
    access: t.statusEditing,
    restoreArchived: t.statusRestoring,
  };
  return labels[kind];
}

function toneOf(state: OperationState): RowStatus['tone'] {
  if (state.status === 'running') return 'moving';
  if (state.status === 'failed') return 'bad';
  return state.status === 'completed' && state.counts.kept === 0 ? 'good' : 'still';
}
