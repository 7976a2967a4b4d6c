import { FailureError } from '#lib/FailureError.ts';
import type { Timers } from './Timers.ts';
import type { TransferPolicy } from './TransferPolicy.ts';

/**
 * What is known about a request while it is under way:
 * `body` sends or receives many bytes; `form` sends some, and nothing is heard of it until its answer; `answer` is a
 * short question; `merge` is Complete, which COS answers slowly.
 */
export type RequestKind = 'body' | 'form' | 'answer' | 'merge';

export interface SilenceWatch {
  /** The request has its lane: the network may be blamed from now on. */
  readonly started: () => void;
  /** Body bytes handed to the network so far. */
  readonly sent: (bytes: number) => void;
  /** Bytes came in. */
  readonly alive: () => void;
  readonly stop: () => void;
}

/**
 * Watches one attempt for silence. What counts is change: browsers report megabytes as sent that no server has read,
 * and a bar that stands still at 90 % is as dead as one at 0 %.
 *
 * The clock is read every few seconds and not only when a limit is due: timers stand still while a machine sleeps, and
 * the sockets it wakes up with are dead.
 *
 * `onSilent` labels and un-labels; `onExpired` gets the reason to abort the attempt with.
 */
export function watchSilence(options: {
  readonly timers: Timers;
  readonly policy: TransferPolicy;
  readonly kind: RequestKind;
  /** Size of the request body, 0 for none. */
  readonly bodyBytes: number;
  /** How often this request has stalled before. */
  readonly stalls: number;
  readonly onSilent: (isSilent: boolean) => void;
  readonly onExpired: (reason: FailureError) => void;
  /** Called whenever the clock is read. */
  readonly onLook: () => void;
}): SilenceWatch {
  const { timers, policy, kind, bodyBytes, stalls, onSilent, onExpired, onLook } = options;
  const beganAt = timers.now();
  let startedAt: number | undefined;
  let lastMoveAt = beganAt;
  let sentBytes = 0;
  let isSilent = false;

  const limits = (): { labelMs: number; abortMs: number; code: 'Stalled' | 'Timeout' } => {
    const longest = policy.longestSilenceMs;
    // A request that has not left yet waits for its turn, not for the network.
    if (startedAt === undefined) return { labelMs: longest, abortMs: longest, code: 'Timeout' };
    if (kind === 'merge') return { labelMs: policy.answerMs, abortMs: policy.answerMs, code: 'Timeout' };
    if (kind === 'form') return { labelMs: policy.answerMs / 2, abortMs: policy.answerMs, code: 'Timeout' };
    if (bodyBytes > 0 && sentBytes >= bodyBytes) {
      const bytesPerMs = bodyBytes / Math.max(1, lastMoveAt - startedAt);
      const answerMs = Math.max(policy.answerMs, Math.min(policy.unreadBytes, bodyBytes) / bytesPerMs);
      return { labelMs: answerMs / 2, abortMs: answerMs, code: 'Timeout' };
    }
    const abortMs = Math.min(policy.silenceAbortMs * 2 ** stalls, longest);
    return { labelMs: policy.silenceLabelMs, abortMs, code: kind === 'body' ? 'Stalled' : 'Timeout' };
  };

  const check = (): void => {
    const now = timers.now();
    const silentMs = now - lastMoveAt;
    const { labelMs, abortMs, code } = limits();
    const tooLong = kind === 'merge' && now - beganAt >= policy.longestMergeMs;
    if (silentMs >= abortMs || tooLong) {
      const message = `no byte for ${Math.round(silentMs / 1000)} s`;
      onExpired(new FailureError({ kind: 'network', code, message }));
      return;
    }
    onLook();
    if (silentMs >= labelMs && !isSilent) {
      isSilent = true;
      onSilent(true);
    }
    arm((silentMs >= labelMs ? abortMs : labelMs) - silentMs);
  };

  const arm = (delayMs: number): void => {
    timers.clearTimeout(timer);
    timer = timers.setTimeout(check, Math.min(delayMs, policy.clockCheckMs));
  };

  const moved = (): void => {
    lastMoveAt = timers.now();
    if (!isSilent) return;
    isSilent = false;
    onSilent(false);
  };

  const started = (): void => {
    if (startedAt !== undefined) return;
    startedAt = timers.now();
    moved();
    arm(limits().labelMs);
  };

  let timer = timers.setTimeout(check, Math.min(limits().labelMs, policy.clockCheckMs));

  return {
    started,
    sent: (bytes) => {
      started();
      if (bytes === sentBytes) return;
      sentBytes = bytes;
      moved();
    },
    alive: () => {
      started();
      moved();
    },
    stop: () => timers.clearTimeout(timer),
  };
}
