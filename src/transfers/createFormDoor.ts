import type { Failure } from '#lib/Failure.ts';

/** Whether small files of one connection go by form. Shut by the first refusal, for as long as the page lives. */
export interface FormDoor {
  readonly isOpen: () => boolean;
  /** True when this failure says that forms are not served here, and a PUT may well be. */
  readonly refusedBy: (failure: Failure) => boolean;
}

/**
 * Answers that are about forms as such and not about one object: a policy without `name/cos:PostObject`, a form
 * policy that is not understood, a signature of the form that is not accepted.
 */
const REFUSALS = new Set([
  'AccessDenied',
  'InvalidPolicyDocument',
  'MalformedPOSTRequest',
  'MethodNotAllowed',
  'NotImplemented',
  'SignatureDoesNotMatch',
]);

/**
 * [Note: Small files by form] A form POST needs no preflight, which halves the round trips of a small file. Not every
 * deployment lets it: the keys' policy may name PutObject only, the CORS rule may leave out POST. The first such
 * refusal is answered by a PUT of the same file and remembered, so it costs one request per connection. A POST that
 * CORS hides has happened all the same: the PUT after it meets its own object, which is recognised.
 */
export function createFormDoor(): FormDoor {
  let isOpen = true;
  return {
    isOpen: () => isOpen,
    refusedBy: ({ kind, code, message }) => {
      // "Expired" is about the keys, which are renewed; the form may be welcome then.
      const isRefusal = kind === 'cors' || (kind === 'service' && REFUSALS.has(code) && !/expired/i.test(message));
      if (isRefusal) isOpen = false;
      return isRefusal;
    },
  };
}
