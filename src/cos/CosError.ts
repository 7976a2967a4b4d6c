import type { Failure } from '#lib/Failure.ts';
import { FailureError } from '#lib/FailureError.ts';

/**
 * Raised by every method of `CosClient` when an attempt did not succeed, whatever the reason: the service said no,
 * nothing answered, or the answer was not what it had to be. A cancelled call rejects with the signal's reason
 * instead.
 */
export class CosError extends FailureError {
  override readonly name = 'CosError';
  /** `<ServerTime>` or `Date` of the answer, when readable: what the clock is corrected by. */
  readonly serverTime?: Date;

  constructor(failure: Failure, options?: ErrorOptions & { serverTime?: Date }) {
    super(failure, options);
    if (options?.serverTime) this.serverTime = options.serverTime;
  }
}
