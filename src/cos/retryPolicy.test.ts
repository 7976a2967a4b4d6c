import { describe, expect, test } from 'vitest';
import type { Failure } from '#lib/Failure.ts';
import { classifyFailure, decideRetry, DEFAULT_RETRY_POLICY, INTERACTIVE_RETRY_POLICY } from './retryPolicy.ts';

function failure(code: string, extra: Partial<Failure> = {}): Failure {
  return { kind: 'service', code, message: code, ...extra };
}

describe('classifyFailure', () => {
  test.each<[string, Failure, string]>([
    ['a lost connection', failure('ConnectionLost', { kind: 'network' }), 'transient'],
    ['no network', failure('Offline', { kind: 'network' }), 'transient'],
    ['408', failure('Status408', { status: 408 }), 'transient'],
    ['429', failure('TooManyRequests', { status: 429 }), 'transient'],
    ['503', failure('SlowDown', { status: 503 }), 'transient'],
    ['an error inside 200', failure('InternalError', { status: 200 }), 'transient'],
    ['a proxy’s 502 page', failure('UnexpectedAnswer', { kind: 'integrity', status: 502 }), 'transient'],
    ['a page with 200', failure('UnexpectedAnswer', { kind: 'integrity', status: 200 }), 'unexpected'],
    ['a slow upload', failure('UserNetworkTooSlow', { status: 400 }), 'transient'],
    ['expired keys, 400', failure('ExpiredToken', { status: 400 }), 'key'],
    ['expired keys, 403', failure('ExpiredToken', { status: 403 }), 'key'],
    ['unknown keys', failure('InvalidAccessKeyId', { status: 403 }), 'key'],
    ['an expired token in words', failure('AccessDenied', { status: 403, message: 'The token has expired' }), 'key'],
    ['an old signature', failure('AccessDenied', { status: 403, message: 'Request has expired' }), 'skew'],
    ['a wrong clock', failure('RequestTimeTooSkewed', { status: 403 }), 'skew'],
    ['no right', failure('AccessDenied', { status: 403, message: 'Access Denied.' }), 'final'],
    ['a signing bug', failure('SignatureDoesNotMatch', { status: 403 }), 'final'],
    ['damaged bytes', failure('BadDigest', { status: 400 }), 'integrity'],
    ['an upload that is gone', failure('NoSuchUpload', { status: 404 }), 'state'],
    ['a name taken', failure('FileAlreadyExists', { status: 409 }), 'state'],
    ['a missing object', failure('NoSuchKey', { status: 404 }), 'final'],
    ['no CORS', failure('CorsBlocked', { kind: 'cors' }), 'final'],
    ['a slow endpoint', failure('EndpointTimeout', { kind: 'credentials' }), 'endpoint'],
    ['a broken endpoint', failure('EndpointError', { kind: 'credentials', status: 502 }), 'endpoint'],
    ['an endpoint that refuses', failure('EndpointRefused', { kind: 'credentials', status: 403 }), 'final'],
    ['a missing endpoint', failure('EndpointError', { kind: 'credentials', status: 404 }), 'final'],
  ])('%s', (_what, given, expected) => {
    expect(classifyFailure(given)).toBe(expected);
  });
});

describe('decideRetry', () => {
  const slowDown = failure('SlowDown', { status: 503 });
  const lost = failure('ConnectionLost', { kind: 'network' });

  test('waits up to 0.5 s · 2^n, at most 20 s, and gives up after eight tries', () => {
    const longest = [1, 2, 3, 4, 5, 6, 7].map((attempt) => decideRetry(lost, { attempt }, DEFAULT_RETRY_POLICY, 1));
    expect(longest).toEqual(
      [500, 1000, 2000, 4000, 8000, 16_000, 20_000].map((afterMs) => ({ action: 'retry', afterMs })),
    );
    expect(decideRetry(lost, { attempt: 1 }, DEFAULT_RETRY_POLICY, 0)).toEqual({ action: 'retry', afterMs: 0 });
    expect(decideRetry(lost, { attempt: 8 })).toEqual({ action: 'giveUp', failure: lost });
  });

  test.each([0, 0.5, 0.999])('obeys Retry-After within ten percent (random %d)', (random) => {
    const told = { ...slowDown, facts: { retryAfterSeconds: 30 } };
    const decision = decideRetry(told, { attempt: 1 }, DEFAULT_RETRY_POLICY, random);
    expect(decision).toMatchObject({ action: 'retry' });
    const afterMs = decision.action === 'retry' ? decision.afterMs : Number.NaN;
    expect(afterMs).toBeGreaterThanOrEqual(30_000);
    expect(afterMs).toBeLessThanOrEqual(33_000);
  });

  test('a person does not wait for a Retry-After of minutes', () => {
    const told = { ...slowDown, facts: { retryAfterSeconds: 60 } };
    expect(decideRetry(told, { attempt: 1 }, INTERACTIVE_RETRY_POLICY)).toMatchObject({ action: 'giveUp' });
    expect(decideRetry(lost, { attempt: 4 }, INTERACTIVE_RETRY_POLICY)).toMatchObject({ action: 'giveUp' });
  });

  test('keys are renewed once, then access is withdrawn', () => {
    const expired = failure('ExpiredToken', { status: 400, requestId: 'r1' });
    expect(decideRetry(expired, { attempt: 1 })).toEqual({ action: 'renewCredentials' });
    expect(decideRetry(expired, { attempt: 2, hasRenewedCredentials: true })).toMatchObject({
      action: 'giveUp',
      failure: { kind: 'credentials', code: 'AccessWithdrawn', requestId: 'r1' },
    });
  });

  test('keys that come to their end on the way, twice, are too short, and nobody withdrew them', () => {
    const ended = failure('ExpiredToken', { status: 403, facts: { haveKeysEnded: true } });
    expect(decideRetry(ended, { attempt: 1 })).toEqual({ action: 'renewCredentials' });
    expect(decideRetry(ended, { attempt: 2, hasRenewedCredentials: true })).toMatchObject({
      action: 'giveUp',
      failure: { kind: 'credentials', code: 'KeysTooShort' },
    });
  });

  test('the clock is corrected once, then the keys are doubted', () => {
    const old = failure('AccessDenied', { status: 403, message: 'Request has expired' });
    expect(decideRetry(old, { attempt: 1 })).toEqual({ action: 'correctClock' });
    expect(decideRetry(old, { attempt: 2, hasCorrectedClock: true })).toEqual({ action: 'renewCredentials' });
    expect(decideRetry(old, { attempt: 3, hasCorrectedClock: true, hasRenewedCredentials: true })).toEqual({
      action: 'giveUp',
      failure: old,
    });
  });

  test('damaged bytes are sent twice more, a state is asked about, a refusal is final', () => {
    const damaged = failure('BadDigest', { status: 400 });
    expect(decideRetry(damaged, { attempt: 2 })).toMatchObject({ action: 'retry' });
    expect(decideRetry(damaged, { attempt: 3 })).toMatchObject({ action: 'giveUp' });
    expect(decideRetry(failure('NoSuchUpload', { status: 404 }), { attempt: 1 })).toEqual({ action: 'reconcile' });
    expect(decideRetry(failure('NoSuchKey', { status: 404 }), { attempt: 1 })).toMatchObject({ action: 'giveUp' });
  });
});
