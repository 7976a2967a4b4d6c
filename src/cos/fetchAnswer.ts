import { BodyTooLargeError, readLimitedText } from '#lib/readLimitedText.ts';
import type { CallOptions } from './CosClient.ts';
import { CosError } from './CosError.ts';
import type { CosRequest, RequestContext } from './CosRequest.ts';
import { createDeadline } from './createDeadline.ts';
import { serviceError, unexpectedAnswer } from './serviceError.ts';
import type { SignedTarget } from './signedTarget.ts';

export interface FetchAnswerInput {
  readonly fetch: typeof fetch;
  readonly request: CosRequest;
  readonly target: SignedTarget;
  readonly body?: { readonly content: BodyInit; readonly sizeBytes: number };
  readonly context: RequestContext;
  readonly options: CallOptions;
  /** Give up when no header came for this long. Default: what the request allows without a byte. */
  readonly firstMs?: number;
  /** Called when the headers are there, whatever the status. */
  readonly onHeaders: (headers: Headers) => void;
}

const IDLE_MS = 20_000;
const TOTAL_MS = 30_000;
const MAX_ERROR_BYTES = 64 * 1024;
/** A body sent by fetch shows no progress, so silence is forgiven for as long as a slow line needs for it. */
const SLOW_BYTES_PER_MS = 16;

/**
 * One `fetch` under our rules: no cookies, no referrer, no redirect, limits on silence and on the whole. Resolves with
 * what `read` makes of a 2xx.
 *
 * @throws CosError for other statuses, for silence and for a body that is too long; what `fetch` threw; the signal's
 * reason
 */
export async function fetchAnswer<T>(
  input: FetchAnswerInput,
  read: (response: Response, alive: () => void) => Promise<T>,
): Promise<T> {
  const { fetch: send, request, target, body, context, options, onHeaders } = input;
  const { method, idleMs = IDLE_MS, totalMs = TOTAL_MS } = request;
  const { signal, onAlive } = options;
  const patienceMs = (body?.sizeBytes ?? 0) / SLOW_BYTES_PER_MS;
  const deadline = createDeadline(idleMs + patienceMs, totalMs + patienceMs, input.firstMs);
  const alive = (): void => {
    deadline.touch();
    onAlive?.();
  };
  try {
    const response = await send(target.url, {
      method,
      headers: target.headers,
      ...(body ? { body: body.content } : {}),
      // [Note: no-store only for reads] It makes the browser add `Cache-Control: no-cache` to the request, and on a write
      // COS would store that with the object.
      ...(method === 'GET' || method === 'HEAD' ? { cache: 'no-store' } : {}),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      signal: signal ? AbortSignal.any([signal, deadline.signal]) : deadline.signal,
    });
    onHeaders(response.headers);
    alive();
    if (response.ok) return await read(response, alive);
    const errorBody = await readLimitedText(response.body, MAX_ERROR_BYTES, alive).catch(() => '');
    throw serviceError(response.status, response.headers, errorBody, context);
  } catch (error) {
    if (error instanceof BodyTooLargeError) throw unexpectedAnswer(error.message, 200, new Headers(), context, error);
    if (deadline.signal.aborted && !signal?.aborted) throw timeoutError(context);
    throw error;
  } finally {
    deadline.stop();
  }
}

function timeoutError({ action: _action, ...facts }: RequestContext): CosError {
  const message = `${facts.operation} at ${facts.host}: no answer in time`;
  return new CosError({ kind: 'network', code: 'Timeout', message, facts });
}
