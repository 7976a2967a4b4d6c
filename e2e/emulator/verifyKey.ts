import { CosServiceError } from './CosServiceError.ts';
import type { KeyRing, KnownKey } from './keyRing.ts';

/** What the judgement of a key depends on besides the request. */
export interface KeyJudge {
  readonly keys: KeyRing;
  /** The emulator's clock, milliseconds since 1970. */
  readonly now: number;
  readonly expiredTokenStatus: 400 | 403;
}

/** How far ahead of the server a window may start; the documented threshold of RequestTimeTooSkewed (7730). */
const TOLERATED_SKEW_SECONDS = 15 * 60;

/** The key of that id if its token is right and alive. Throws `CosServiceError` InvalidAccessKeyId or ExpiredToken. */
export function verifyKey(secretId: string, token: string | undefined, judge: KeyJudge): KnownKey {
  const key = judge.keys.find(secretId);
  if (!key || (key.temporary?.token ?? undefined) !== (token || undefined)) {
    throw new CosServiceError(
      403,
      'InvalidAccessKeyId',
      'The Access Key Id you provided does not exist in our records',
    );
  }
  if (key.temporary && judge.now >= key.temporary.expiredTime * 1000) {
    throw new CosServiceError(judge.expiredTokenStatus, 'ExpiredToken', 'The provided token has expired.');
  }
  return key;
}

/** Both in Unix seconds. Throws 403 RequestTimeTooSkewed or AccessDenied, each with the server's time. */
export function verifyWindow({ startTime, endTime }: { startTime: number; endTime: number }, now: number): void {
  const elements = { ServerTime: `${new Date(now).toISOString().slice(0, 19)}Z` };
  const seconds = now / 1000;
  if (startTime > seconds + TOLERATED_SKEW_SECONDS) {
    const message = 'The difference between the request time and the current time is too large.';
    throw new CosServiceError(403, 'RequestTimeTooSkewed', message, { elements });
  }
  if (seconds > endTime) throw new CosServiceError(403, 'AccessDenied', 'Request has expired', { elements });
}
