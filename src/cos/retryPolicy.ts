import type { Failure } from '#lib/Failure.ts';

/** The numbers of retrying, in one record so that a test or a deployment can replace them. */
export interface RetryPolicy {
  /** Tries in all, the first included. */
  readonly maxAttempts: number;
  /** Full jitter: the wait is random between 0 and `baseDelayMs` · 2^(attempt − 1)… */
  readonly baseDelayMs: number;
  /** …and never longer than this. */
  readonly maxDelayMs: number;
  /** A `Retry-After` beyond this is not waited for. */
  readonly maxRetryAfterMs: number;
  /** Tries in all for an answer nobody should give (HTML, cut XML): a captive portal does not heal in seconds. */
  readonly maxUnexpectedAnswers: number;
  /** Tries in all when bytes were damaged on the way. */
  readonly maxIntegrityAttempts: number;
  /** Tries in all when the credentials endpoint is in trouble. */
  readonly maxEndpointAttempts: number;
}

export const DEFAULT_RETRY_POLICY: RetryPolicy = {
  maxAttempts: 8,
  baseDelayMs: 500,
  maxDelayMs: 20_000,
  maxRetryAfterMs: 600_000,
  maxUnexpectedAnswers: 3,
  maxIntegrityAttempts: 3,
  maxEndpointAttempts: 5,
};

/** For a person who waits in front of the screen: the message comes within seconds, and `Retry` is a button. */
export const INTERACTIVE_RETRY_POLICY: RetryPolicy = {
  ...DEFAULT_RETRY_POLICY,
  maxAttempts: 4,
  maxDelayMs: 2000,
  maxRetryAfterMs: 10_000,
  maxUnexpectedAnswers: 2,
  maxEndpointAttempts: 3,
};

/** What this request went through so far. */
export interface Attempt {
  /** Tries made, the failed one included: from 1. A caller resets it when bytes advanced. */
  readonly attempt: number;
  readonly hasRenewedCredentials?: boolean;
  readonly hasCorrectedClock?: boolean;
}

export type RetryDecision =
  | { readonly action: 'retry'; readonly afterMs: number }
  /** Try again at once: the client has already forgotten the refused keys and will ask for fresh ones. */
  | { readonly action: 'renewCredentials' }
  /** Try again at once: the client has already learnt the server's time from the refusal. */
  | { readonly action: 'correctClock' }
  /** Ask the server what is true (ListParts, HEAD) before anything else; the earlier request may have succeeded. */
  | { readonly action: 'reconcile' }
  /** Show `failure`; it can differ from the one that came in (`AccessWithdrawn`, `KeysTooShort`). */
  | { readonly action: 'giveUp'; readonly failure: Failure };

export type FailureClass = 'transient' | 'endpoint' | 'unexpected' | 'key' | 'skew' | 'integrity' | 'state' | 'final';

const TRANSIENT = new Set([
  'Offline',
  'HostUnreachable',
  'ConnectionLost',
  'Timeout',
  'Stalled',
  'PartNotLoaded',
  'RequestTimeout',
  'UserNetworkTooSlow',
  'IncompleteBody',
  'SlowDown',
  'InternalError',
  'ServiceUnavailable',
  'PathConflict',
  'UploadConflict',
]);
const ENDPOINT = new Set(['EndpointUnreachable', 'EndpointTimeout', 'TokenModuleFailed']);
const KEY = new Set(['ExpiredToken', 'InvalidAccessKeyId', 'InvalidSecurityToken', 'InvalidToken', 'TokenExpired']);
const INTEGRITY = new Set(['BadDigest', 'ChecksumMismatch', 'SizeMismatch']);
const STATE = new Set(['NoSuchUpload', 'InvalidPart', 'InvalidPartOrder', 'EntityTooSmall', 'FileAlreadyExists']);
const RETRYABLE_STATUS = new Set([408, 429]);

/** Which of the classes of trouble this is. */
export function classifyFailure(failure: Failure): FailureClass {
  const { code, status = 0, message } = failure;
  if (failure.kind === 'credentials') {
    const isEndpointTrouble = ENDPOINT.has(code) || (code === 'EndpointError' && (status >= 500 || status === 429));
    return isEndpointTrouble ? 'endpoint' : 'final';
  }
  if (TRANSIENT.has(code)) return 'transient';
  if (KEY.has(code)) return 'key';
  if (code === 'RequestTimeTooSkewed') return 'skew';
  if (code === 'AccessDenied' && /request has expired/i.test(message)) return 'skew';
  if (code === 'AccessDenied' && /expired/i.test(message)) return 'key';
  if (INTEGRITY.has(code)) return 'integrity';
  if (STATE.has(code)) return 'state';
  if (code === 'UnexpectedAnswer' && status < 400) return 'unexpected';
  if (status >= 500 || RETRYABLE_STATUS.has(status)) return 'transient';
  return 'final';
}

/**
 * What to do about a failed try. Pure: who waits, renews or asks is the caller.
 *
 * @param random in [0, 1), for the jitter
 */
export function decideRetry(
  failure: Failure,
  attempt: Attempt,
  policy: RetryPolicy = DEFAULT_RETRY_POLICY,
  random: number = Math.random(),
): RetryDecision {
  const giveUp: RetryDecision = { action: 'giveUp', failure };
  const retryUpTo = (limit: number): RetryDecision => {
    if (attempt.attempt >= Math.min(limit, policy.maxAttempts)) return giveUp;
    const afterMs = delayMs(failure, attempt.attempt, policy, random);
    return afterMs === undefined ? giveUp : { action: 'retry', afterMs };
  };
  switch (classifyFailure(failure)) {
    case 'transient':
      return retryUpTo(policy.maxAttempts);
    case 'endpoint':
      return retryUpTo(policy.maxEndpointAttempts);
    case 'unexpected':
      return retryUpTo(policy.maxUnexpectedAnswers);
    case 'integrity':
      return retryUpTo(policy.maxIntegrityAttempts);
    case 'skew':
      if (!attempt.hasCorrectedClock) return { action: 'correctClock' };
      return attempt.hasRenewedCredentials ? giveUp : { action: 'renewCredentials' };
    case 'key':
      if (!attempt.hasRenewedCredentials) return { action: 'renewCredentials' };
      return {
        action: 'giveUp',
        failure: failure.facts?.haveKeysEnded ? keysTooShort(failure) : accessWithdrawn(failure),
      };
    case 'state':
      return { action: 'reconcile' };
    case 'final':
    default:
      return giveUp;
  }
}

function delayMs(failure: Failure, attempt: number, policy: RetryPolicy, random: number): number | undefined {
  const backOffMs = random * Math.min(policy.maxDelayMs, policy.baseDelayMs * 2 ** (attempt - 1));
  const { retryAfterSeconds } = failure.facts ?? {};
  if (retryAfterSeconds === undefined) return backOffMs;
  const retryAfterMs = retryAfterSeconds * 1000;
  if (retryAfterMs > policy.maxRetryAfterMs) return undefined;
  // A little later than told, so that everybody who was told the same does not come back at once.
  return retryAfterMs * (1 + 0.1 * random);
}

function accessWithdrawn(failure: Failure): Failure {
  return {
    ...failure,
    kind: 'credentials',
    code: 'AccessWithdrawn',
    message: `Fresh keys were refused as well: ${failure.code}: ${failure.message}`,
  };
}

function keysTooShort(failure: Failure): Failure {
  return {
    ...failure,
    kind: 'credentials',
    code: 'KeysTooShort',
    message: `Fresh keys ended on the way as well: ${failure.code}: ${failure.message}`,
  };
}
