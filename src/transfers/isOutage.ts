import type { Failure } from '#lib/Failure.ts';

const CREDENTIALS_OUTAGES = new Set(['EndpointUnreachable', 'EndpointTimeout', 'EndpointError']);

/**
 * True when nobody who could decide has answered: the network, the host or the credentials endpoint is down or
 * overloaded. Such a failure is waited out; anything else was an answer.
 */
export function isOutage(failure: Failure): boolean {
  if (failure.kind === 'network') return true;
  if (failure.kind === 'credentials') return CREDENTIALS_OUTAGES.has(failure.code);
  if (failure.kind !== 'service') return false;
  const status = failure.status ?? 0;
  return status === 429 || status === 408 || (status >= 500 && status !== 501) || failure.code === 'SlowDown';
}
