import type { Connection } from '#config/DeploymentConfig.ts';
import { callWithRetries } from '#cos/callWithRetries.ts';
import type {
  CredentialsProvider,
  GetCredentialsOptions,
  TemporaryCredentials,
} from '#credentials/CredentialsProvider.ts';
import type { ServerClock } from '#credentials/ServerClock.ts';
import { toFailure } from '#lib/Failure.ts';
import { FailureError } from '#lib/FailureError.ts';
import { contentDisposition } from './contentDisposition.ts';
import { assertLinkable, presignGet } from './presignGet.ts';
import type { ShareLink, ShareLinkRequest } from './ShareLink.ts';

export interface CreateShareLinkOptions {
  readonly connection: Connection;
  readonly credentials: CredentialsProvider;
  readonly clock: ServerClock;
  readonly request: ShareLinkRequest;
}

/** Keys outlive the link by this much, so that a life the endpoint grants is kept to the second. */
const SPARE_SECONDS = 60;

/** An endpoint that knows no `purpose: "share"` answers one of these; keys for browsing sign then. */
const NO_SHARE_KEYS = new Set(['EndpointRefused', 'EndpointError', 'EndpointAnswerInvalid', 'EndpointNotJson']);

/**
 * Makes a presigned link to one object, ending at min(asked life, life of the keys) from now.
 *
 * It asks the endpoint for keys that cover this object only and live as long as wanted. When the endpoint has none, the
 * keys for browsing sign; the token in the link then belongs to keys that can do more, which `narrowed` tells.
 *
 * @throws FailureError `UnsafeKey` or `NeedsKeys` before any request, or of the endpoint; the signal's reason
 */
export async function createShareLink(
  { connection, credentials, clock, request }: CreateShareLinkOptions,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<ShareLink> {
  const { key, versionId, lifeSeconds, disposition, fileName } = request;
  assertLinkable(key);
  if (connection.access === 'anonymous')
    throw new FailureError({ kind: 'local', code: 'NeedsKeys', message: 'An anonymous connection signs nothing' });
  const get = (wanted: GetCredentialsOptions): Promise<TemporaryCredentials> => {
    const call = signal ? { signal } : {};
    return callWithRetries(() => credentials.get(connection, { ...wanted, ...call }), call);
  };
  const { keys, narrowed } = await keysForLink(get, key, lifeSeconds);
  const query = {
    'response-content-disposition': contentDisposition(disposition, fileName),
    // It is saved, not shown: no type it was stored with can make a page of it.
    ...(disposition === 'attachment' ? { 'response-content-type': 'application/octet-stream' } : {}),
    ...(versionId === undefined ? {} : { versionId }),
  };
  return { ...(await presignGet(connection, key, query, keys, clock.now(), lifeSeconds)), narrowed };
}

async function keysForLink(
  get: (wanted: GetCredentialsOptions) => Promise<TemporaryCredentials>,
  key: string,
  lifeSeconds: number,
): Promise<{ readonly keys: TemporaryCredentials; readonly narrowed: boolean }> {
  try {
    const keys = await get({ purpose: 'share', keys: [key], durationSeconds: Math.ceil(lifeSeconds) + SPARE_SECONDS });
    return { keys, narrowed: keys.narrowed === true };
  } catch (error) {
    if (!NO_SHARE_KEYS.has(toFailure(error).code)) throw error;
    return { keys: await get({ purpose: 'browse' }), narrowed: false };
  }
}
