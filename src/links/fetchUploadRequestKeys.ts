import { callWithRetries } from '#cos/callWithRetries.ts';
import type { GetCredentialsOptions, TemporaryCredentials } from '#credentials/CredentialsProvider.ts';
import { toFailure } from '#lib/Failure.ts';
import { FailureError } from '#lib/FailureError.ts';
import type { LinkKeys } from './fetchLinkKeys.ts';
import type { LinkServices } from './LinkServices.ts';

/** Keys outlive the request by this much, so that a life the endpoint grants is kept to the second. */
const SPARE_SECONDS = 60;

/** An endpoint that knows no `purpose: "upload-request"` answers one of these; keys for uploading sign then. */
const NO_SUCH_KEYS = new Set(['EndpointRefused', 'EndpointError', 'EndpointAnswerInvalid', 'EndpointNotJson']);

/**
 * Keys to sign an upload request with: for exactly this prefix and for as long as wanted, else those for uploading,
 * renewed first when that buys time. Nobody can do more with the address for that: it holds no secret key.
 *
 * @throws FailureError `NeedsKeys` before any request, or of the endpoint; the signal's reason
 */
export async function fetchUploadRequestKeys(
  { connection, credentials }: LinkServices,
  prefix: string,
  lifeSeconds: number,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<LinkKeys> {
  if (connection.access === 'anonymous')
    throw new FailureError({ kind: 'local', code: 'NeedsKeys', message: 'An anonymous connection signs nothing' });
  const call = signal ? { signal } : {};
  const get = (wanted: GetCredentialsOptions): Promise<TemporaryCredentials> =>
    callWithRetries(() => credentials.get(connection, { ...wanted, ...call }), call);
  const wantedSeconds = Math.ceil(lifeSeconds) + SPARE_SECONDS;
  try {
    const own = await get({ purpose: 'upload-request', keys: [prefix], durationSeconds: wantedSeconds });
    return { credentials: own, narrowed: own.narrowed === true };
  } catch (error) {
    signal?.throwIfAborted();
    if (!NO_SUCH_KEYS.has(toFailure(error).code)) throw error;
  }
  return { credentials: await get({ purpose: 'upload', minimumLifeSeconds: wantedSeconds }), narrowed: false };
}
