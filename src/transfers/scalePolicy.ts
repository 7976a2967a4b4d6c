import type { TransferPolicy } from './TransferPolicy.ts';

/**
 * The same policy with every time in it multiplied by `factor`: above 1 for lines that are slow to answer, below for tests
 * in a hurry. Sizes, counts and what a server asks for by `Retry-After` stay, and so does how often the bar is redrawn.
 */
export function scalePolicy(policy: TransferPolicy, factor: number): TransferPolicy {
  const { retry } = policy;
  return {
    ...policy,
    retry: { ...retry, baseDelayMs: retry.baseDelayMs * factor, maxDelayMs: retry.maxDelayMs * factor },
    silenceLabelMs: policy.silenceLabelMs * factor,
    silenceAbortMs: policy.silenceAbortMs * factor,
    longestSilenceMs: policy.longestSilenceMs * factor,
    answerMs: policy.answerMs * factor,
    longestMergeMs: policy.longestMergeMs * factor,
    dripWindowMs: policy.dripWindowMs * factor,
    clockCheckMs: policy.clockCheckMs * factor,
    probeEveryMs: policy.probeEveryMs * factor,
    arrivalMs: policy.arrivalMs * factor,
  };
}
