import { classifyFailure } from '#cos/retryPolicy.ts';
import type { Failure } from '#lib/Failure.ts';

/**
 * True when nobody who could decide has answered: the network, the host or the credentials endpoint is down or
 * overloaded, or the endpoint waits for a sign-in. Such a failure is waited out, for hours if need be; anything else was
 * an answer.
 */
export function isOutage(failure: Failure): boolean {
  const group = classifyFailure(failure);
  return group === 'transient' || group === 'endpoint' || failure.code === 'SignInRequired';
}
