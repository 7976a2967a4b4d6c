import { toFailure, isAbortError } from '#lib/Failure.ts';
import { wait } from '#lib/wait.ts';
import { CosError } from './CosError.ts';
import { decideRetry, INTERACTIVE_RETRY_POLICY, type RetryPolicy } from './retryPolicy.ts';

export interface CallWithRetriesOptions {
  readonly signal?: AbortSignal;
  readonly policy?: RetryPolicy;
  /** In [0, 1), for the jitter. */
  readonly random?: () => number;
  readonly wait?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/**
 * Makes a call that may be repeated without harm until it succeeds or the policy says stop: for what a person waits for
 * (a listing, a HEAD, a delete). Transfers have their own loop, which knows about parts and progress.
 *
 * @throws what the last try threw, or a `CosError` with the failure the policy puts in its place; the signal's reason
 */
export async function callWithRetries<T>(call: () => Promise<T>, options: CallWithRetriesOptions = {}): Promise<T> {
  const { signal, policy = INTERACTIVE_RETRY_POLICY, random = Math.random, wait: pause = wait } = options;
  const state = { attempt: 1, hasRenewedCredentials: false, hasCorrectedClock: false };
  for (;;) {
    try {
      return await call();
    } catch (error) {
      signal?.throwIfAborted();
      if (isAbortError(error)) throw error;
      const failure = toFailure(error);
      const decision = decideRetry(failure, state, policy, random());
      switch (decision.action) {
        case 'retry':
          await pause(decision.afterMs, signal);
          break;
        case 'renewCredentials':
          state.hasRenewedCredentials = true;
          break;
        case 'correctClock':
          state.hasCorrectedClock = true;
          break;
        case 'reconcile':
          throw error; // nothing to reconcile in a call that may simply be repeated
        case 'giveUp':
          throw decision.failure === failure ? error : new CosError(decision.failure, { cause: error });
      }
      state.attempt += 1;
    }
  }
}
