import { FailureError } from '#lib/FailureError.ts';

/** Why a share cannot be opened before anything was asked. */
export type ShareFailureCode =
  | 'ShareDamaged' // cut, mistyped or made up
  | 'ShareNewer' // made by a later version of this app
  | 'ShareElsewhere' // of a bucket this deployment does not list
  | 'ShareEnded' // its time is over
  | 'ShareEmpty' // there is nothing to share
  | 'ShareTooMany'; // more objects than a page can show

export function shareFailure(code: ShareFailureCode, message: string, cause?: unknown): FailureError {
  return new FailureError({ kind: 'credentials', code, message }, cause === undefined ? {} : { cause });
}
