import type { TemporaryCredentials } from '#credentials/CredentialsProvider.ts';
import { readLimitedText } from '#lib/readLimitedText.ts';
import type { CallOptions, SendOptions } from './CosClient.ts';
import type { CosAnswer, CosRequest, RequestContext } from './CosRequest.ts';
import type { NetworkExplainer } from './createNetworkExplainer.ts';
import type { RightsNote } from './createRightsNote.ts';
import { createDepart, type Departure, type DepartureOptions } from './departure.ts';
import { createExplainAttempt, type AttemptProgress } from './explainAttempt.ts';
import { fetchAnswer } from './fetchAnswer.ts';
import { isForeignAnswer, notForeign } from './foreignPage.ts';
import { guardedBody } from './guardedBody.ts';
import { isSilence } from './isSilence.ts';
import type { SendXhr } from './sendXhr.ts';
import { dateOf, serviceError } from './serviceError.ts';

export interface RequesterOptions extends DepartureOptions {
  readonly explainer: NetworkExplainer;
  readonly rights: RightsNote;
  readonly fetch: typeof fetch;
  readonly sendXhr: SendXhr;
}

/** An open 2xx answer; its lane is held until the body ends, fails or is cancelled. */
export interface OpenAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: ReadableStream<Uint8Array>;
  readonly context: RequestContext;
}

/** A request whose body depends on the keys that sign it, so it is built when they are known. */
export interface FormRequest extends CosRequest {
  readonly buildForm: (keys: TemporaryCredentials | undefined) => Promise<{ body: Uint8Array; contentType: string }>;
}

/** The one way out to the bucket. Each method makes one attempt and throws `CosError` or the signal's reason. */
export interface Requester {
  /** Waits for the whole answer, as text of at most `maxBytes`. */
  ask(request: CosRequest, options: CallOptions, maxBytes?: number): Promise<CosAnswer>;
  /** Resolves with the headers; the body streams. */
  open(request: CosRequest, options: CallOptions): Promise<OpenAnswer>;
  /** Sends a body with progress. The time it may take is the caller's business: it sees the progress. */
  send(request: CosRequest & { readonly body: Blob }, options: SendOptions): Promise<CosAnswer>;
  /** Sends a form, which carries its own signature and needs no preflight. */
  post(request: FormRequest, options: CallOptions): Promise<CosAnswer>;
}

const MAX_ANSWER_BYTES = 64 * 1024;
/** How long a name that was never heard from may keep a question, while there is another name. */
const FIRST_WORD_MS = 6000;

/**
 * [Note: One function sends every request] `attempt` below, and nothing else, lets a request out. Before, `depart` gives
 * it host, lane, keys and signature, and refuses a key whose URL would name something else (`DELETE` on the key `..`
 * would be `DELETE /`). It tries once and obeys the signal. After, every answer tells the server's time, refused keys are
 * forgotten, and whatever went wrong is a `CosError`.
 */
export function createRequester(options: RequesterOptions): Requester {
  const { clock, hosts, explainer, rights, fetch: send, sendXhr } = options;
  const depart = createDepart(options);
  const explain = createExplainAttempt(options);

  async function attempt<T>(
    request: CosRequest,
    callOptions: CallOptions,
    work: (departure: Departure, progress: AttemptProgress) => Promise<T>,
  ): Promise<T> {
    const { signal, priority = 'interactive', onStart } = callOptions;
    let departure: Departure | undefined;
    let progress: AttemptProgress = { leftAt: 0, hasSentBytes: false, hasAnswered: false };
    try {
      departure = await depart(request, { ...callOptions, priority });
      progress = { ...progress, leftAt: performance.now() };
      onStart?.();
      const answer = await work(departure, progress);
      rights.served(request);
      return answer;
    } catch (error) {
      departure?.lane.release();
      if (departure && !progress.hasAnswered && isSilence(signal?.aborted ? signal.reason : error)) {
        hosts.markSilent(departure.lane.origin, performance.now() - progress.leftAt);
      }
      if (signal?.aborted) throw signal.reason;
      // The same page would answer again; the bucket's other name may lead past it.
      if (departure && isForeignAnswer(error)) hosts.markUnreachable(departure.lane.origin);
      throw await explain(error, request, departure, progress);
    }
  }

  function noteAnswer({ lane }: Departure, method: string, headers: Headers): void {
    hosts.markReachable(lane.origin);
    explainer.noteReadable(lane.origin, method);
    const date = dateOf(headers);
    if (date) clock.observe(date);
  }

  /** A question can be asked again elsewhere; of a write nobody would know whether it happened. */
  function patienceWith({ lane }: Departure, { method }: CosRequest): { firstMs?: number } {
    return (method === 'GET' || method === 'HEAD') && hosts.isDispensable(lane.origin)
      ? { firstMs: FIRST_WORD_MS }
      : {};
  }

  async function askByFetch(
    request: CosRequest,
    callOptions: CallOptions,
    departure: Departure,
    progress: AttemptProgress,
    maxBytes: number,
    content: Blob | string | Uint8Array | undefined,
  ): Promise<CosAnswer> {
    const { target, context, lane } = departure;
    const body = content === undefined ? undefined : { content: content as BodyInit, sizeBytes: sizeOf(content) };
    const onHeaders = (headers: Headers): void => {
      progress.hasAnswered = true;
      noteAnswer(departure, request.method, headers);
    };
    const patience = patienceWith(departure, request);
    const input = {
      fetch: send,
      request,
      target,
      context,
      options: callOptions,
      onHeaders,
      ...patience,
      ...(body ? { body } : {}),
    };
    const answer = await fetchAnswer(input, async ({ status, headers, body: stream }, alive) =>
      notForeign({ status, headers, body: await readLimitedText(stream, maxBytes, alive), context }),
    );
    lane.release();
    return answer;
  }

  return {
    ask: (request, callOptions, maxBytes = MAX_ANSWER_BYTES) =>
      attempt(request, callOptions, (departure, progress) =>
        askByFetch(request, callOptions, departure, progress, maxBytes, request.body),
      ),

    open: (request, callOptions) =>
      attempt(request, callOptions, (departure, progress) => {
        const { target, context, lane } = departure;
        const { signal, onAlive } = callOptions;
        const onHeaders = (headers: Headers): void => {
          progress.hasAnswered = true;
          noteAnswer(departure, request.method, headers);
        };
        const patience = patienceWith(departure, request);
        const input = { fetch: send, request, target, context, options: callOptions, onHeaders, ...patience };
        return fetchAnswer(input, ({ status, headers, body }) => {
          // A reader that stops at an abort without cancelling the body must not keep the lane.
          signal?.addEventListener('abort', lane.release, { once: true });
          const guarded = guardedBody(body, {
            onChunk: () => onAlive?.(),
            onEnd: () => {
              signal?.removeEventListener('abort', lane.release);
              lane.release();
            },
            explain: async (error) =>
              signal?.aborted ? (signal.reason as unknown) : explain(error, request, departure, progress),
          });
          return Promise.resolve({ status, headers, body: guarded, context });
        });
      }),

    send: (request, callOptions) =>
      attempt(request, callOptions, async (departure, progress) => {
        const { target, context, lane } = departure;
        const { signal, onSent, onAlive } = callOptions;
        const { status, headers, body } = await sendXhr({
          method: request.method === 'POST' ? 'POST' : 'PUT',
          ...target,
          body: request.body,
          ...(signal ? { signal } : {}),
          ...(onAlive ? { onAlive } : {}),
          onSent: (sentBytes) => {
            progress.hasSentBytes ||= sentBytes > 0;
            onSent?.(sentBytes);
          },
        });
        noteAnswer(departure, request.method, headers);
        if (status < 200 || status > 299) throw serviceError(status, headers, body, context);
        const answer = notForeign({ status, headers, body, context });
        lane.release();
        return answer;
      }),

    post: (request, callOptions) =>
      attempt(request, callOptions, async (departure, progress) => {
        const { body, contentType } = await request.buildForm(departure.keys);
        // The form carries the signature; one in the URL or in a header beside it would be a second.
        const target = { url: `${departure.lane.origin}/`, headers: { 'Content-Type': contentType } };
        return askByFetch(request, callOptions, { ...departure, target }, progress, MAX_ANSWER_BYTES, body);
      }),
  };
}

function sizeOf(content: Blob | string | Uint8Array): number {
  if (content instanceof Blob) return content.size;
  return typeof content === 'string' ? content.length : content.byteLength;
}
