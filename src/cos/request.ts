import type { Connection } from '#config/DeploymentConfig.ts';
import type { CredentialsProvider, TemporaryCredentials } from '#credentials/CredentialsProvider.ts';
import type { ServerClock } from '#credentials/ServerClock.ts';
import { isAbortError, toFailure } from '#lib/Failure.ts';
import { BodyTooLargeError, readLimitedText } from '#lib/readLimitedText.ts';
import type { CallOptions, Priority, SendOptions } from './CosClient.ts';
import { CosError } from './CosError.ts';
import type { CosAnswer, CosRequest, RequestContext } from './CosRequest.ts';
import type { NetworkExplainer } from './createNetworkExplainer.ts';
import { createDeadline } from './createDeadline.ts';
import type { Hosts } from './hosts.ts';
import type { Lane, Lanes } from './lanes.ts';
import { isAddressable } from './objectKey.ts';
import { classifyFailure } from './retryPolicy.ts';
import type { SendXhr } from './sendXhr.ts';
import { dateOf, serviceError, unexpectedAnswer } from './serviceError.ts';
import { loadSigner } from './signer.ts';
import { signedTarget, signingWindow, type SignedTarget } from './signedTarget.ts';

export interface RequesterOptions {
  readonly connection: Connection;
  readonly credentials: CredentialsProvider;
  readonly clock: ServerClock;
  readonly lanes: Lanes;
  readonly hosts: Hosts;
  readonly explainer: NetworkExplainer;
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

interface Departure {
  readonly lane: Lane;
  readonly target: SignedTarget;
  readonly keys: TemporaryCredentials | undefined;
  readonly context: RequestContext;
  readonly window: { readonly startSeconds: number; readonly endSeconds: number };
}

const QUERY_WINDOW_SECONDS = 300;
const HEADER_WINDOW_SECONDS = 900;
const IDLE_MS = 20_000;
const TOTAL_MS = 30_000;
const MAX_ANSWER_BYTES = 64 * 1024;
const MAX_ERROR_BYTES = 64 * 1024;
/** A body sent by fetch shows no progress, so silence is forgiven for as long as a slow line needs for it. */
const SLOW_BYTES_PER_MS = 16;

/**
 * [Note: One function sends every request] Here and nowhere else a request gets its host, lane, keys and signature. It
 * refuses a key whose URL would name something else before anything leaves (`DELETE` on the key `..` would be
 * `DELETE /`), tries once, obeys the signal, learns the server's time from every answer, forgets keys that were refused,
 * and turns what went wrong into a `CosError`.
 */
export function createRequester(options: RequesterOptions): Requester {
  const { connection, credentials, clock, lanes, hosts, explainer, fetch: send, sendXhr } = options;

  function keysFor(request: CosRequest, signal: AbortSignal | undefined): Promise<TemporaryCredentials | undefined> {
    if (connection.access === 'anonymous') return Promise.resolve(undefined);
    return credentials.get(connection, { purpose: request.purpose, ...(signal ? { signal } : {}) });
  }

  async function depart(request: CosRequest, priority: Priority, signal?: AbortSignal): Promise<Departure> {
    signal?.throwIfAborted();
    if (request.key !== undefined && !isAddressable(request.key)) throw unsafeKey(request);
    loadSigner().catch(() => {}); // in parallel with the keys; its failure is met when it is needed
    await keysFor(request, signal);
    const lane = await lanes.acquire(hosts.inOrder(priority), priority, signal);
    try {
      const keys = await keysFor(request, signal); // the wait may have outlived the first ones
      const seconds =
        request.windowSeconds ?? (request.placement === 'query' ? QUERY_WINDOW_SECONDS : HEADER_WINDOW_SECONDS);
      const window = signingWindow(clock.now(), seconds, keys?.expiresAt);
      const target = await signedTarget(lane.origin, request, keys, window);
      return { lane, target, keys, context: contextOf(request, lane.origin), window };
    } catch (error) {
      lane.release();
      throw error;
    }
  }

  function contextOf(request: CosRequest, origin: string): RequestContext {
    const { operation, action, key } = request;
    const { bucket, region } = connection;
    return { operation, action, host: new URL(origin).host, bucket, region, ...(key === undefined ? {} : { key }) };
  }

  /** Runs one attempt from departure to settlement; `work` may keep the lane by returning without releasing it. */
  async function attempt<T>(
    request: CosRequest,
    { signal, priority = 'interactive', onStart }: CallOptions,
    work: (departure: Departure, progress: { hasSentBytes: boolean; hasAnswered: boolean }) => Promise<T>,
    keepsLane = false,
  ): Promise<T> {
    let departure: Departure | undefined;
    const progress = { hasSentBytes: false, hasAnswered: false };
    try {
      departure = await depart(request, priority, signal);
      onStart?.();
      const result = await work(departure, progress);
      if (!keepsLane) departure.lane.release();
      return result;
    } catch (error) {
      departure?.lane.release();
      if (signal?.aborted) throw signal.reason;
      throw await asCosError(error, request, departure, progress);
    }
  }

  async function asCosError(
    error: unknown,
    request: CosRequest,
    departure: Departure | undefined,
    progress: { hasSentBytes: boolean; hasAnswered: boolean },
  ): Promise<CosError> {
    if (error instanceof CosError) {
      if (departure) learnFrom(error, departure);
      return error;
    }
    const failure = toFailure(error);
    // The endpoint's failures pass as they are; what is not a network error is a bug and says so.
    if (failure.code !== 'Unexpected' || !departure) return new CosError(failure, { cause: error });
    if (!(error instanceof TypeError) && !isAbortError(error)) return new CosError(failure, { cause: error });
    return networkError(error, request, departure, progress);
  }

  async function networkError(
    cause: unknown,
    request: CosRequest,
    { lane, context }: Departure,
    progress: { hasSentBytes: boolean; hasAnswered: boolean },
  ): Promise<CosError> {
    const { origin } = lane;
    const code = progress.hasAnswered
      ? 'ConnectionLost'
      : await explainer.explain({
          origin,
          method: request.method,
          isPreflighted: request.placement === 'header',
          hasSentBytes: progress.hasSentBytes,
        });
    if (code === 'HostUnreachable') hosts.markUnreachable(origin);
    const { action: _action, ...facts } = context;
    const message = `${request.operation} at ${context.host}: ${EXPLANATIONS[code]}`;
    return new CosError({ kind: code === 'CorsBlocked' ? 'cors' : 'network', code, message, facts }, { cause });
  }

  /** Keys that were refused are forgotten, and a clock that was wrong is corrected, before anybody tries again. */
  function learnFrom(error: CosError, { keys, window }: Departure): void {
    const { serverTime } = error;
    if (serverTime) clock.observe(serverTime);
    if (!keys) return;
    const kind = classifyFailure(error.failure);
    const serverSeconds = (serverTime?.getTime() ?? Number.NaN) / 1000;
    const wasWindowRight = serverSeconds > window.startSeconds && serverSeconds < window.endSeconds;
    if (kind === 'key' || (kind === 'skew' && wasWindowRight)) credentials.evict(keys);
  }

  /** Common to all that go by fetch: limits on time, the answer's date, errors by status. */
  async function fetchAnswer(
    request: CosRequest,
    departure: Departure,
    init: RequestInit,
    bodyBytes: number,
    callOptions: CallOptions,
    progress: { hasAnswered: boolean },
    readBody: (response: Response, alive: () => void) => Promise<string>,
  ): Promise<CosAnswer & { readonly response: Response }> {
    const { lane, target, context } = departure;
    const patienceMs = bodyBytes / SLOW_BYTES_PER_MS;
    const deadline = createDeadline(
      (request.idleMs ?? IDLE_MS) + patienceMs,
      (request.totalMs ?? TOTAL_MS) + patienceMs,
    );
    const alive = (): void => {
      deadline.touch();
      callOptions.onAlive?.();
    };
    try {
      const { signal } = callOptions;
      const response = await send(target.url, {
        method: request.method,
        // [Note: no-store only for reads] It makes the browser add `Cache-Control: no-cache` to the request, and on a
        // write COS would store that with the object.
        ...(request.method === 'GET' || request.method === 'HEAD' ? { cache: 'no-store' } : {}),
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        redirect: 'error',
        ...init,
        signal: signal ? AbortSignal.any([signal, deadline.signal]) : deadline.signal,
      });
      progress.hasAnswered = true;
      alive();
      noteAnswer(lane.origin, request.method, response.headers);
      if (!response.ok) {
        const body = await readLimitedText(response.body, MAX_ERROR_BYTES, alive).catch(() => '');
        throw serviceError(response.status, response.headers, body, context);
      }
      const body = await readBody(response, alive);
      return { status: response.status, headers: response.headers, body, context, response };
    } catch (error) {
      if (error instanceof BodyTooLargeError) throw unexpectedAnswer(error.message, 200, new Headers(), context, error);
      if (deadline.signal.aborted && !callOptions.signal?.aborted) throw timeoutError(request, context);
      throw error;
    } finally {
      deadline.stop();
    }
  }

  function noteAnswer(origin: string, method: string, headers: Headers): void {
    hosts.markReachable(origin);
    explainer.noteReadable(origin, method);
    const date = dateOf(headers);
    if (date) clock.observe(date);
  }

  return {
    ask: (request, callOptions, maxBytes = MAX_ANSWER_BYTES) =>
      attempt(request, callOptions, (departure, progress) => {
        const { body } = request;
        const bodyBytes = body === undefined ? 0 : typeof body === 'string' ? body.length : body.size;
        const init: RequestInit = { headers: departure.target.headers, ...(body === undefined ? {} : { body }) };
        return fetchAnswer(request, departure, init, bodyBytes, callOptions, progress, (response, alive) =>
          readLimitedText(response.body, maxBytes, alive),
        );
      }),

    open: (request, callOptions) =>
      attempt(
        request,
        callOptions,
        async (departure, progress) => {
          const init = { headers: departure.target.headers };
          const answer = await fetchAnswer(request, departure, init, 0, callOptions, progress, leaveBody);
          return { ...answer, body: guardedBody(answer.response, departure, request, callOptions) };
        },
        true,
      ),

    send: (request, callOptions) =>
      attempt(request, callOptions, async ({ lane, target, context }, progress) => {
        const { signal, onSent, onAlive } = callOptions;
        const { status, headers, body } = await sendXhr({
          method: 'PUT',
          url: target.url,
          headers: target.headers,
          body: request.body,
          ...(signal ? { signal } : {}),
          ...(onAlive ? { onAlive } : {}),
          onSent: (sentBytes) => {
            progress.hasSentBytes ||= sentBytes > 0;
            onSent?.(sentBytes);
          },
        });
        noteAnswer(lane.origin, request.method, headers);
        if (status < 200 || status > 299) throw serviceError(status, headers, body, context);
        return { status, headers, body, context };
      }),

    post: (request, callOptions) =>
      attempt(request, callOptions, async (departure, progress) => {
        const { body, contentType } = await request.buildForm(departure.keys);
        const init: RequestInit = { headers: { 'Content-Type': contentType }, body: body as BodyInit };
        // The form carries the signature; a signed URL or a header beside it would be a second one.
        const bare = { ...departure, target: { url: `${departure.lane.origin}/`, headers: {} } };
        return fetchAnswer(request, bare, init, body.byteLength, callOptions, progress, (response, alive) =>
          readLimitedText(response.body, MAX_ANSWER_BYTES, alive),
        );
      }),
  };

  /** The body as it comes, giving the lane back at its end; what breaks it is a `CosError` too. */
  function guardedBody(
    response: Response,
    departure: Departure,
    request: CosRequest,
    { signal, onAlive }: CallOptions,
  ): ReadableStream<Uint8Array> {
    const { lane } = departure;
    const reader = response.body?.getReader();
    return new ReadableStream<Uint8Array>({
      async pull(controller) {
        try {
          const chunk = await reader?.read();
          if (chunk?.value) {
            onAlive?.();
            controller.enqueue(chunk.value);
            return;
          }
          lane.release();
          controller.close();
        } catch (error) {
          lane.release();
          const progress = { hasSentBytes: false, hasAnswered: true };
          controller.error(signal?.aborted ? signal.reason : await asCosError(error, request, departure, progress));
        }
      },
      async cancel(reason) {
        lane.release();
        await reader?.cancel(reason);
      },
    });
  }
}

/** The body is for somebody else to read. */
function leaveBody(): Promise<string> {
  return Promise.resolve('');
}

const EXPLANATIONS = {
  Offline: 'the browser is offline',
  HostUnreachable: 'nothing answers there',
  CorsBlocked: 'the host answers, but this page may not read it',
  ConnectionLost: 'the connection was lost',
} as const;

function timeoutError(request: CosRequest, { action: _action, ...facts }: RequestContext): CosError {
  const message = `${request.operation} at ${facts.host}: no answer in time`;
  return new CosError({ kind: 'network', code: 'Timeout', message, facts });
}

function unsafeKey({ operation, key = '' }: CosRequest): CosError {
  return new CosError({
    kind: 'local',
    code: 'UnsafeKey',
    message: 'The URL of this key would name something else, so it is never requested',
    facts: { operation, key },
  });
}
