import type { LateText } from '#text/LateText.ts';
import { isFinished, type Transfer, type TransferState, type WaitingReason } from '#transfers/TransferState.ts';
import { isChange } from './isChange.ts';
import { optionFacts } from './optionFacts.ts';
import type { RowStatus } from './RowStatus.ts';

/** What one transfer says of itself. Pure; see the contract of names: statuses begin with fixed words. */
export function transferStatus(transfer: Transfer, text: LateText): RowStatus {
  const { state } = transfer;
  const fraction = fractionOf(state);
  const label = labelOf(transfer, text);
  const facts = factsOf(transfer, text);
  const percent = text.t.percent(text.formats.number(Math.floor(fraction * 100)));
  return { label, facts, fraction, valueText: [percent, label, ...facts].join(', '), tone: TONES[state.status] };
}

function labelOf(transfer: Transfer, text: LateText): string {
  const { t } = text;
  const { state } = transfer;
  if (state.status === 'queued') return t.statusWaiting;
  if (state.status === 'cancelled') return t.statusCancelled;
  if (state.status === 'skipped') {
    return transfer.direction === 'upload' ? t.statusSkipped : t.statusSkippedDownload;
  }
  if (state.status === 'waiting') return waitingLabel(state, text);
  if (state.status === 'paused' && isChange(state.failure)) return t.statusChanged;
  if (state.status === 'paused') return state.by === 'person' ? t.statusPaused : t.statusPausedByQuestion;
  if (state.status === 'failed') return t.statusFailed(text.failure(state.failure).title);
  if (state.status === 'completed') return state.verified ? t.statusDone : t.statusDoneNotVerified;
  if (state.phase === 'verifying') return t.statusVerifying;
  // COS answers Complete slowly for many parts, so the phase is shown separately.
  if (state.phase === 'completing') return t.statusFinishing;
  return transfer.direction === 'upload' ? t.statusUploading : t.statusDownloading;
}

function waitingLabel(state: Extract<TransferState, { status: 'waiting' }>, { t, formats }: LateText): string {
  const retrying = state.attempt === undefined ? t.statusRetryingSoon : t.statusRetrying(formats.number(state.attempt));
  const labels: Readonly<Record<WaitingReason, string>> = {
    offline: t.statusOffline,
    credentials: state.failure?.code === 'SignInRequired' ? t.statusSignInNeeded : t.statusSigningIn,
    stalled: t.statusStalled,
    'other-tab': t.statusWaitingOtherTab,
    'host-down': t.statusWaitingHost,
    retry: retrying,
  };
  return labels[state.reason];
}

function factsOf(transfer: Transfer, text: LateText): readonly string[] {
  const whereTo = isFinished(transfer.state) ? '' : placeFact(transfer.savedTo, text);
  const facts = [...progressFacts(transfer, text), ...(whereTo === '' ? [] : [whereTo])];
  return [...facts, ...optionFacts(transfer.options, text)];
}

/** Where a download goes, and so what it survives. */
function placeFact(savedTo: Transfer['savedTo'], { t }: LateText): string {
  if (savedTo === undefined) return '';
  const facts: Readonly<Record<typeof savedTo, string>> = {
    'chosen-file': t.intoChosenFile,
    'chosen-folder': t.intoChosenFolder,
    staged: t.intoStaging,
    stream: t.intoStream,
    memory: t.intoMemory,
  };
  return facts[savedTo];
}

function progressFacts({ state, sizeBytes }: Transfer, { t, formats }: LateText): readonly string[] {
  if (state.status === 'completed') {
    const nameFact = state.isNameUnchecked ? [t.nameUnchecked] : [];
    return [formats.bytes(sizeBytes), ...(state.verified ? [t.verified] : []), ...nameFact];
  }
  if (state.status === 'cancelled' && state.arrival !== undefined) {
    return [state.arrival === 'checking' ? t.arrivalChecking : t.arrivalUnknown];
  }
  if (state.status === 'skipped' && state.alreadyThere) return [formats.bytes(sizeBytes), t.alreadyThere];
  if (!('progress' in state) || (state.status === 'running' && state.phase === 'completing')) return [];
  const { transferredBytes, totalBytes, bytesPerSecond } = state.progress;
  const facts = [t.progressOf(formats.bytes(transferredBytes), formats.bytes(totalBytes))];
  if (state.status === 'running' && bytesPerSecond !== undefined && bytesPerSecond >= 1) {
    facts.push(t.perSecond(formats.bytes(Math.round(bytesPerSecond))));
    const secondsLeft = (totalBytes - transferredBytes) / bytesPerSecond;
    if (secondsLeft >= 1) facts.push(t.timeLeft(formats.duration(secondsLeft)));
  }
  return facts;
}

function fractionOf(state: TransferState): number {
  if (state.status === 'completed') return 1;
  if (!('progress' in state) || state.progress.totalBytes === 0) return 0;
  return Math.min(0.99, state.progress.transferredBytes / state.progress.totalBytes);
}

const TONES: Readonly<Record<TransferState['status'], RowStatus['tone']>> = {
  queued: 'still',
  running: 'moving',
  waiting: 'still',
  paused: 'still',
  failed: 'bad',
  completed: 'good',
  cancelled: 'still',
  skipped: 'still',
};
