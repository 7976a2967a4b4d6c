import { CosError } from './CosError.ts';
import type { CosAnswer } from './CosRequest.ts';
import { unexpectedAnswer } from './serviceError.ts';

/**
 * The answer itself. Throws `UnexpectedAnswer` for a page that something on the way gave instead of the bucket: a network
 * that wants a sign-in, a proxy. COS answers XML or nothing, and says its `x-cos-request-id` where the CORS rule shows it.
 */
export function notForeign(answer: CosAnswer): CosAnswer {
  const { status, headers, body, context } = answer;
  if (headers.get('x-cos-request-id') !== null || !/^\s*<(?:!doctype\s+html|html)\b/i.test(body)) return answer;
  throw unexpectedAnswer('A web page answered in its place', status, headers, context);
}

/** Whether this was an answer that the bucket has not given, as far as anybody can tell. */
export function isForeignAnswer(error: unknown): boolean {
  return (
    error instanceof CosError && error.failure.code === 'UnexpectedAnswer' && error.failure.requestId === undefined
  );
}
