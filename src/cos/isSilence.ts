import { FailureError } from '#lib/FailureError.ts';

const SILENCE = new Set(['Stalled', 'Timeout']);

/** Whether a request was given up because nothing was heard of it, by this room or by a transfer that watched it. */
export function isSilence(error: unknown): boolean {
  return error instanceof FailureError && SILENCE.has(error.failure.code);
}
