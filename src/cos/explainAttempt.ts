import type { CredentialsProvider } from '#credentials/CredentialsProvider.ts';
import type { ServerClock } from '#credentials/ServerClock.ts';
import { isAbortError, toFailure } from '#lib/Failure.ts';
import { CosError } from './CosError.ts';
import type { CosRequest } from './CosRequest.ts';
import type { NetworkExplainer } from './createNetworkExplainer.ts';
import type { Departure } from './departure.ts';
import type { Hosts } from './hosts.ts';
import type { RightsNote } from './createRightsNote.ts';
import { classifyFailure } from './retryPolicy.ts';

/** How far a request came before it failed. */
export interface AttemptProgress {
  /** When it got its lane, by `performance.now()`. */
  readonly leftAt: number;
  hasSentBytes: boolean;
  hasAnswered: boolean;
}

export interface ExplainAttemptOptions {
  readonly credentials: CredentialsProvider;
  readonly clock: ServerClock;
  readonly hosts: Hosts;
  readonly explainer: NetworkExplainer;
  readonly rights: RightsNote;
}

export type ExplainAttempt = (
  error: unknown,
  request: CosRequest,
  departure: Departure | undefined,
  progress: AttemptProgress,
) => Promise<CosError>;

const EXPLANATIONS = {
  Offline: 'the browser is offline',
  HostUnreachable: 'nothing answers there',
  CorsBlocked: 'the host answers, but this page may not read it',
  ConnectionLost: 'the connection was lost',
} as const;

/** Turns whatever ended an attempt into a `CosError`, and draws the consequences before anybody tries again. */
export function createExplainAttempt(options: ExplainAttemptOptions): ExplainAttempt {
  const { credentials, clock, hosts, explainer, rights } = options;

  /**
   * Keys that were refused are forgotten, a clock that was wrong is corrected, and a right that is missing is noted. The
   * failure tells whether the keys had simply come to their end while the request was on its way.
   */
  function learnFrom(error: CosError, request: CosRequest, { keys, window }: Departure): CosError {
    const { serverTime, failure } = error;
    if (serverTime) clock.observe(serverTime);
    if (!keys) return failure.code === 'AccessDenied' ? notPublic(error) : error;
    rights.refused(request, failure);
    const kind = classifyFailure(failure);
    const serverSeconds = (serverTime?.getTime() ?? Number.NaN) / 1000;
    const wasWindowRight = serverSeconds > window.startSeconds && serverSeconds < window.endSeconds;
    // "Request has expired" inside a window that was right is about the keys.
    if (kind === 'key' || (kind === 'skew' && wasWindowRight)) credentials.evict(keys);
    if (kind !== 'key' || keys.expiresAt.getTime() > clock.now()) return error;
    const facts = { ...failure.facts, haveKeysEnded: true };
    return new CosError({ ...failure, facts }, { cause: error, ...(serverTime ? { serverTime } : {}) });
  }

  async function networkError(
    cause: unknown,
    { method, operation, placement }: CosRequest,
    { lane, context }: Departure,
    { hasAnswered, hasSentBytes }: AttemptProgress,
  ): Promise<CosError> {
    const { origin } = lane;
    const isPreflighted = placement === 'header';
    const reason = hasAnswered
      ? 'ConnectionLost'
      : await explainer.explain({ origin, method, isPreflighted, hasSentBytes });
    // One name of two that keeps us out is no reason to stop: the next attempt goes to the other.
    const code = reason === 'CorsBlocked' && hosts.giveUp(origin) ? 'HostUnreachable' : reason;
    if (code === 'HostUnreachable') hosts.markUnreachable(origin);
    const { action: _action, ...facts } = context;
    const message = `${operation} at ${context.host}: ${EXPLANATIONS[code]}`;
    return new CosError({ kind: code === 'CorsBlocked' ? 'cors' : 'network', code, message, facts }, { cause });
  }

  return async (error, request, departure, progress) => {
    if (error instanceof CosError) {
      return departure ? learnFrom(error, request, departure) : error;
    }
    const failure = toFailure(error);
    const isNetworkError = departure !== undefined && (error instanceof TypeError || isAbortError(error));
    // The endpoint's failures pass as they are; what is neither is a bug of ours and says so.
    if (failure.code !== 'Unexpected' || !isNetworkError) return new CosError(failure, { cause: error });
    return networkError(error, request, departure, progress);
  };
}

/** Without keys nothing is missing from them: the bucket does not let everybody do this. */
function notPublic(error: CosError): CosError {
  return new CosError({ ...error.failure, code: 'NotPublic' }, { cause: error });
}
