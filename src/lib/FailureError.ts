import type { CarriesFailure, Failure } from './Failure.ts';

/** An `Error` around a `Failure`, for throwing. Layers add subclasses only where a reader gains by the name. */
export class FailureError extends Error implements CarriesFailure {
  override readonly name: string = 'FailureError';
  readonly failure: Failure;

  constructor(failure: Failure, options?: ErrorOptions) {
    super(`${failure.code}: ${failure.message}`, options);
    this.failure = failure;
  }
}
