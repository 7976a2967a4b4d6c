import { FailureError } from '#lib/FailureError.ts';

/** Why an upload request cannot be used, whatever file it is. */
export type UploadRequestFailureCode =
  | 'RequestDamaged' // cut, mistyped or made up
  | 'RequestNewer' // made by a later version of this app
  | 'RequestElsewhere' // of a bucket this deployment does not list
  | 'RequestEnded' // its time is over
  | 'RequestKeyGone'; // its key ended before that

export function uploadRequestFailure(code: UploadRequestFailureCode, message: string, cause?: unknown): FailureError {
  return new FailureError({ kind: 'credentials', code, message }, cause === undefined ? {} : { cause });
}
