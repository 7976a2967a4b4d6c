import { CosError } from '../CosError.ts';
import { serviceFailure } from './serviceFailure.ts';

/** What COS answers when it will not. */
export function refusal(code: string, status: number): CosError {
  return new CosError(serviceFailure(code, { status }));
}
