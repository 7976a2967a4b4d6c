import type { ServerClock } from '#credentials/ServerClock.ts';
import type { TemporaryCredentials } from '#credentials/CredentialsProvider.ts';
import { signedTarget, signingWindow } from '#cos/signedTarget.ts';
import { optionalText, parseXml } from '#cos/xml.ts';
import { createHostProbe } from '#lib/createHostProbe.ts';
import { plainText } from '#lib/plainText.ts';
import { readLimitedText } from '#lib/readLimitedText.ts';
import type { RequestRecord } from './Examination.ts';
import type { ExaminationTools } from './SetUp.ts';

/** One question to the bucket, in the documentation's words. Nothing it asks for can change an object of anybody's. */
export interface ProbeRequest {
  readonly operation: string;
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer>;
  /** Default `query` for reads and `header` for the rest, as the app itself does it. */
  readonly placement?: 'query' | 'header' | 'form';
  /** Goes out even after the person has stopped the examination. */
  readonly isCleanUp?: boolean;
}

export interface ProbeAnswer {
  readonly type: 'answer';
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  readonly bytes: number;
  readonly milliseconds: number;
  /** COS's error code; undefined when there is none. */
  readonly code?: string;
  readonly message?: string;
  /** A web page, where COS would have sent XML or bytes. */
  readonly isWebPage: boolean;
}

export type ProbeOutcome = ProbeAnswer | { readonly type: 'blocked' } | { readonly type: 'unreachable' };

export interface Prober {
  ask(origin: string, request: ProbeRequest, keys?: TemporaryCredentials): Promise<ProbeOutcome>;
  /** The bucket has told the time. */
  readonly knowsTime: boolean;
  /** What was asked so far, oldest first. */
  readonly records: readonly RequestRecord[];
  note(record: RequestRecord): void;
}

const TIMEOUT_MS = 15_000;
const MAX_BYTES = 4 * 1024 * 1024;
const WINDOW_SECONDS = 300;

/**
 * Asks one question at a time, without the app's client around it: no retries, no second host, no words. What the page
 * may not read is `blocked`; what nothing answers is `unreachable`. Every answer that tells the time sets the clock.
 */
export function createProber(tools: ExaminationTools, clock: ServerClock): Prober {
  const { fetch: send, now, isOnline } = tools;
  const probe = createHostProbe({ fetch: send, cacheMs: 0, ...(isOnline === undefined ? {} : { isOnline }) });
  const records: RequestRecord[] = [];
  let knowsTime = false;

  async function attempt(
    origin: string,
    request: ProbeRequest,
    keys: TemporaryCredentials | undefined,
  ): Promise<ProbeAnswer> {
    const { method, body, placement = method === 'GET' || method === 'HEAD' ? 'query' : 'header' } = request;
    const window = signingWindow(clock.now(), WINDOW_SECONDS, keys?.expiresAt);
    const { url, headers } = await signedTarget(origin, { ...request, placement }, keys, window);
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    const startedAt = performance.now();
    const response = await send(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: tools.signal && !request.isCleanUp ? AbortSignal.any([tools.signal, timeout]) : timeout,
    });
    const text = await readLimitedText(response.body, MAX_BYTES);
    const milliseconds = performance.now() - startedAt;
    const said = errorOf(text);
    const time = new Date(said?.serverTime ?? response.headers.get('date') ?? '');
    if (!Number.isNaN(time.getTime())) {
      clock.observe(time);
      knowsTime = true;
    }
    return {
      type: 'answer',
      status: response.status,
      headers: response.headers,
      body: text,
      bytes: Number(response.headers.get('content-length') ?? text.length),
      milliseconds,
      isWebPage: /^\s*<(?:!doctype\s+html|html)/i.test(text),
      ...(said === undefined ? {} : { code: said.code, message: said.message }),
    };
  }

  return {
    records,
    get knowsTime() {
      return knowsTime;
    },
    note: (record) => void records.push(record),
    async ask(origin, request, keys) {
      const startedAt = performance.now();
      let outcome: ProbeOutcome;
      try {
        outcome = await attempt(origin, request, keys);
      } catch {
        if (!request.isCleanUp) tools.signal?.throwIfAborted();
        const state = await probe.probe(origin);
        outcome = { type: state === 'reachable' ? 'blocked' : 'unreachable' };
      }
      const requestId = outcome.type === 'answer' ? outcome.headers.get('x-cos-request-id') : null;
      records.push({
        at: new Date(now()).toISOString(),
        operation: request.operation,
        method: request.method,
        host: new URL(origin).host,
        milliseconds: Math.round(performance.now() - startedAt),
        outcome: outcome.type,
        ...(outcome.type === 'answer' ? { status: outcome.status } : {}),
        ...(outcome.type === 'answer' && outcome.code !== undefined ? { code: outcome.code } : {}),
        ...(requestId === null ? {} : { requestId }),
      });
      return outcome;
    },
  };
}

/** True when the bucket has judged the right and found it missing. Anything later in its order of judgement is a yes. */
export function isDenied(outcome: ProbeOutcome): boolean {
  if (outcome.type !== 'answer' || outcome.status !== 403) return false;
  return outcome.code === undefined || (outcome.code === 'AccessDenied' && !/expired/i.test(outcome.message ?? ''));
}

/** The keys, the signature or the time were refused, before any right was looked at. */
export function areKeysRefused(outcome: ProbeOutcome): boolean {
  if (outcome.type !== 'answer' || outcome.code === undefined) return false;
  return (
    REFUSED.has(outcome.code) || (outcome.code === 'AccessDenied' && /expired|referer/i.test(outcome.message ?? ''))
  );
}

const REFUSED: ReadonlySet<string> = new Set([
  'InvalidAccessKeyId',
  'SignatureDoesNotMatch',
  'ExpiredToken',
  'RequestTimeTooSkewed',
]);

interface SaidError {
  readonly code: string;
  readonly message: string;
  readonly serverTime: string | undefined;
}

function errorOf(body: string): SaidError | undefined {
  try {
    const root = parseXml(body);
    if (root.name !== 'Error') return undefined;
    return {
      code: plainText(optionalText(root, 'Code') ?? '', 64),
      message: plainText(optionalText(root, 'Message') ?? ''),
      serverTime: optionalText(root, 'ServerTime'),
    };
  } catch {
    return undefined;
  }
}
