import type { CredentialsEndpoint } from '#config/DeploymentConfig.ts';
import type { HostProbe } from '#lib/createHostProbe.ts';
import { toFailure, type Failure, type FailureCode, type FailureFacts } from '#lib/Failure.ts';
import { FailureError } from '#lib/FailureError.ts';
import { BodyTooLargeError, readLimitedText } from '#lib/readLimitedText.ts';
import type { BearerSource } from './createBearerSource.ts';
import type { CredentialsRequest, TemporaryCredentials } from './CredentialsProvider.ts';
import { endpointMessage } from './endpointMessage.ts';
import { parseCredentialsAnswer } from './parseCredentialsAnswer.ts';

/** Far more than keys and permissions need. */
const MAX_ANSWER_BYTES = 64 * 1024;

export interface AskEndpointOptions {
  readonly endpoint: CredentialsEndpoint;
  readonly fetch: typeof fetch;
  readonly probe: HostProbe;
  readonly bearer?: BearerSource;
}

/**
 * Asks the endpoint once; a second time when there is a newer token for one it did not accept. Follows no redirect: one
 * means that somebody wants the person to sign in.
 *
 * @throws FailureError of kind `credentials` (or `network`/`Offline`), never with the question, a key or a token in it
 */
export async function askEndpoint(
  question: CredentialsRequest,
  options: AskEndpointOptions,
): Promise<TemporaryCredentials> {
  const { bearer, endpoint } = options;
  if (bearer === undefined) return askAs(undefined, question, options);
  const patience = (): AbortSignal => AbortSignal.timeout(endpoint.timeoutSeconds * 1000);
  const token = await bearer.token(false, patience());
  try {
    return await askAs(token, question, options);
  } catch (error) {
    if (toFailure(error).code !== 'SignInRequired') throw error;
    const newer = await bearer.token(true, patience());
    if (newer === token) throw error;
    return askAs(newer, question, options);
  }
}

async function askAs(
  token: string | undefined,
  question: CredentialsRequest,
  { endpoint, fetch: send, probe }: AskEndpointOptions,
): Promise<TemporaryCredentials> {
  const timeout = AbortSignal.timeout(endpoint.timeoutSeconds * 1000);
  let response: Response;
  let body: string;
  try {
    response = await send(endpointUrl(endpoint, question), {
      method: endpoint.method,
      headers: {
        Accept: 'application/json',
        ...(endpoint.method === 'POST' ? { 'Content-Type': 'application/json' } : {}),
        ...endpoint.headers,
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      },
      ...(endpoint.method === 'POST' ? { body: JSON.stringify(question) } : {}),
      credentials: endpoint.withCredentials ? 'include' : 'same-origin',
      cache: 'no-store',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      signal: timeout,
    });
    body = await readLimitedText(response.body, MAX_ANSWER_BYTES);
  } catch (error) {
    throw new FailureError(await explain(error, endpoint, timeout, probe), { cause: error });
  }
  const refusal = refusalOf(response, body, endpoint);
  if (refusal) throw new FailureError(refusal);
  return parseCredentialsAnswer(parseJson(body, endpoint), question.keys);
}

function endpointUrl(endpoint: CredentialsEndpoint, question: CredentialsRequest): string {
  if (endpoint.method === 'POST') return endpoint.url;
  const url = new URL(endpoint.url);
  const { keys = [], durationSeconds, ...texts } = question;
  for (const [name, value] of Object.entries(texts)) url.searchParams.append(name, value);
  for (const key of keys) url.searchParams.append('keys', key);
  if (durationSeconds !== undefined) url.searchParams.append('durationSeconds', String(durationSeconds));
  return url.href;
}

async function explain(
  error: unknown,
  endpoint: CredentialsEndpoint,
  timeout: AbortSignal,
  probe: HostProbe,
): Promise<Failure> {
  if (error instanceof BodyTooLargeError) {
    return failure(endpoint, 'EndpointAnswerInvalid', 'The answer is far too long to be keys', {
      field: 'credentials',
      bytes: error.maxBytes,
    });
  }
  if (timeout.aborted) {
    return failure(endpoint, 'EndpointTimeout', `No answer within ${endpoint.timeoutSeconds} seconds`);
  }
  const { origin } = new URL(endpoint.url);
  const state = await probe.probe(origin);
  if (state === 'offline') return { kind: 'network', code: 'Offline', message: 'The browser is offline' };
  // Our own origin needs no CORS, so a request that died there is a server that is down.
  if (state === 'reachable' && origin !== globalThis.location?.origin) {
    return failure(endpoint, 'EndpointBlockedByCors', 'The endpoint answers, but not to this page');
  }
  return failure(endpoint, 'EndpointUnreachable', 'Nothing answers under the endpoint’s address');
}

/** Undefined when the answer may hold keys. */
function refusalOf(response: Response, body: string, endpoint: CredentialsEndpoint): Failure | undefined {
  const { status } = response;
  if (response.ok) return undefined;
  if (response.type === 'opaqueredirect' || status === 401 || (status >= 300 && status < 400)) {
    const { signInUrl } = endpoint;
    return failure(
      endpoint,
      'SignInRequired',
      'The endpoint asks for a sign-in',
      signInUrl ? { signInUrl } : {},
      status,
    );
  }
  const said = endpointMessage(body);
  if (status === 403) {
    return failure(endpoint, 'EndpointRefused', said ?? 'The endpoint gives this person no keys', {}, status);
  }
  const retryAfterSeconds = Number.parseInt(response.headers.get('retry-after') ?? '', 10);
  const facts = retryAfterSeconds >= 0 ? { retryAfterSeconds } : {};
  const message = `The endpoint answered ${status}${said === undefined ? '' : `: ${said}`}`;
  return failure(endpoint, 'EndpointError', message, facts, status);
}

function parseJson(body: string, endpoint: CredentialsEndpoint): unknown {
  try {
    return JSON.parse(body);
  } catch {
    const what = body.trim() === '' ? 'nothing' : /^\s*</.test(body) ? 'a web page' : 'something that is not JSON';
    throw new FailureError(failure(endpoint, 'EndpointNotJson', `The endpoint answered ${what}`));
  }
}

function failure(
  endpoint: CredentialsEndpoint,
  code: FailureCode,
  message: string,
  facts: FailureFacts = {},
  status = 0,
): Failure {
  return {
    kind: 'credentials',
    code,
    message,
    ...(status === 0 ? {} : { status }),
    facts: { host: new URL(endpoint.url).host, ...facts },
  };
}
