import type { CredentialsIssuer } from './credentials/CredentialsIssuer.ts';
import { createRateLimit } from './credentials/createRateLimit.ts';
import { minimalPolicy, permissionsOf } from './credentials/minimalPolicy.ts';
import { parseKeyRequest, type KeyRequest } from './credentials/parseKeyRequest.ts';

/** Who asks, after signing in. */
export interface Caller {
  readonly id: string;
  /** What this caller may reach; decided here and never taken from the request. `''` or ends with `/`. */
  readonly prefix: string;
  readonly mayUpload: boolean;
  readonly mayDelete: boolean;
}

export interface CredentialsEndpointOptions {
  readonly bucket: string;
  readonly region: string;
  /** Origins of the app, exactly: `https://files.example.com`. */
  readonly allowedOrigins: readonly string[];
  readonly issuer: CredentialsIssuer;
  /** The caller, or undefined for a 401. `bearerAuthentication` is an example; sessions work as well. */
  readonly authenticate: (request: Request) => Promise<Caller | undefined>;
  /** Longest life of keys in seconds. Default 1800. */
  readonly maximumDurationSeconds?: number;
  /** Per caller. Default 120. */
  readonly requestsPerMinute?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Receives one line per refusal or failure: codes and caller ids, never a key or a token. */
  readonly log?: (line: string) => void;
}

const DEFAULT_DURATION_SECONDS = 1800;

/**
 * The reference endpoint that gives the app temporary keys, as a web-standard handler: it runs in Node, on an edge
 * platform or inside a framework. Copy it, replace `authenticate`, give it `tencentStsIssuer`.
 *
 * [Note: Nobody else's page gets keys] Another site's page in the same browser could ask with the person's cookies
 * (cross-site request forgery). Four locks keep it out: POST only, JSON only, a custom header (these two force a
 * preflight, which is answered for listed origins alone), and a check of `Origin` itself. The prefix comes from who
 * asks, never from what is asked. Use bearer tokens, or cookies with `SameSite`.
 *
 * Answers 200 with the COS STS SDK shape plus `permissions` and, where `keys` were named, `narrowed: true`; otherwise
 * `{"error":{"code","message"}}` with 400, 401, 403, 405, 415, 429 or 502.
 */
export function createCredentialsEndpoint(
  options: CredentialsEndpointOptions,
): (request: Request) => Promise<Response> {
  const { allowedOrigins, log = () => undefined, now = Date.now } = options;
  const secondsToWait = createRateLimit(options.requestsPerMinute ?? 120, now);

  return async (request) => {
    const origin = request.headers.get('origin') ?? '';
    const cors: Record<string, string> = {
      Vary: 'Origin',
      ...(allowedOrigins.includes(origin) ? { 'Access-Control-Allow-Origin': origin } : {}),
    };
    const refuse = (status: number, code: string, message: string, headers: Record<string, string> = {}): Response => {
      log(`credentials: ${status} ${code}`);
      return json(status, { error: { code, message } }, { ...cors, ...headers });
    };

    if (!allowedOrigins.includes(origin)) {
      return refuse(403, 'OriginNotAllowed', 'This page may not ask for keys here.');
    }
    if (request.method === 'OPTIONS') return preflight(cors);
    if (request.method !== 'POST') {
      return refuse(405, 'MethodNotAllowed', 'Ask for keys with POST.', { Allow: 'POST, OPTIONS' });
    }
    if (!/^application\/json(;|$)/i.test(request.headers.get('content-type') ?? '')) {
      return refuse(415, 'JsonOnly', 'The question must be JSON.');
    }
    if (request.headers.get('x-beeline') !== '1') {
      return refuse(403, 'HeaderMissing', 'The header x-beeline: 1 is missing.');
    }

    const caller = await options.authenticate(request);
    if (!caller) return refuse(401, 'SignInRequired', 'Sign in to get keys.');
    const wait = secondsToWait(caller.id);
    if (wait > 0) {
      return refuse(429, 'TooManyRequests', 'Too many questions; wait a moment.', { 'Retry-After': String(wait) });
    }

    const asked = parseKeyRequest(await request.json().catch(() => undefined));
    if ('wrongField' in asked) return refuse(400, 'BadRequest', `The field ${asked.wrongField} is missing or wrong.`);
    const refusal = whyNot(asked, caller, options);
    if (refusal) return refuse(403, ...refusal);

    const policy = minimalPolicy({
      bucket: options.bucket,
      region: options.region,
      prefix: caller.prefix,
      purpose: asked.purpose,
      keys: asked.keys,
      versionId: asked.versionId,
      mayDelete: caller.mayDelete,
    });
    const cap = options.maximumDurationSeconds ?? DEFAULT_DURATION_SECONDS;
    try {
      const answer = await options.issuer({ policy, durationSeconds: Math.min(asked.durationSeconds ?? cap, cap) });
      const narrowed = asked.keys.length > 0 ? { narrowed: true } : {};
      return json(200, { ...answer, permissions: permissionsOf(policy), ...narrowed }, cors);
    } catch (error) {
      log(`credentials: ${error instanceof Error ? error.message : 'the issuer failed'}`);
      return refuse(502, 'IssuerFailed', 'Temporary keys could not be made; the log of the key service says why.');
    }
  };
}

/** An example of `authenticate`: `Authorization: Bearer <token>`, looked up by the operator's own function. */
export function bearerAuthentication(
  callerOf: (token: string) => Promise<Caller | undefined>,
): CredentialsEndpointOptions['authenticate'] {
  return async (request) => {
    const match = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '');
    return match?.[1] ? callerOf(match[1]) : undefined;
  };
}

/** Code and message of the reason this caller may not have these keys. */
function whyNot(
  asked: KeyRequest,
  caller: Caller,
  { bucket, region }: CredentialsEndpointOptions,
): [code: string, message: string] | undefined {
  if (asked.bucket !== bucket) return ['WrongBucket', `This endpoint serves the bucket ${bucket}.`];
  if (asked.region !== region) return ['WrongRegion', `The bucket ${bucket} is in the region ${region}.`];
  if (!asked.prefix.startsWith(caller.prefix) && !caller.prefix.startsWith(asked.prefix)) {
    return ['PrefixNotAllowed', `Your objects are below ${caller.prefix}.`];
  }
  if ((asked.purpose === 'upload' || asked.purpose === 'upload-request') && !caller.mayUpload) {
    return ['UploadNotAllowed', 'You may look at this bucket, but not upload to it.'];
  }
  if (asked.keys.some((key) => !key.startsWith(caller.prefix))) {
    return ['KeyNotAllowed', 'One of the objects is not yours to share.'];
  }
  // In a policy `*` matches anything and cannot be escaped: keys for `a*` would open every object that begins with a.
  if (asked.keys.some((key) => key.includes('*'))) {
    return ['KeyNotNarrowable', 'Keys for an object with * in its name would open others as well.'];
  }
  return undefined;
}

function preflight(cors: Record<string, string>): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...cors,
      'Access-Control-Allow-Methods': 'POST',
      'Access-Control-Allow-Headers': 'authorization, content-type, x-beeline',
      'Access-Control-Max-Age': '600',
    },
  });
}

function json(status: number, body: unknown, headers: Record<string, string>): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers },
  });
}
