import type { Failure } from '#lib/Failure.ts';
import type { TransferState } from '#transfers/TransferState.ts';

/** What the person can do something about. Other waits end by themselves, and their status says enough. */
export function failureToExplain(state: TransferState): Failure | undefined {
  if (state.status === 'failed' || state.status === 'paused') return state.failure;
  return state.status === 'waiting' && state.failure?.code === 'SignInRequired' ? state.failure : undefined;
}
