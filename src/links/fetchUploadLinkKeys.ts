import { callWithRetries } from '#cos/callWithRetries.ts';
import type { GetCredentialsOptions, TemporaryCredentials } from '#credentials/CredentialsProvider.ts';
import { toFailure } from '#lib/Failure.ts';
import { FailureError } from '#lib/FailureError.ts';
import { type LinkKeys, NO_OWN_KEYS, SPARE_SECONDS } from './fetchLinkKeys.ts';
import type { LinkServices } from './LinkServices.ts';

/**
 * Keys to sign a link that writes one object: for it alone where the endpoint has such, else those for uploading.
 *
 * @throws FailureError `NeedsKeys` before any request, or of the endpoint; the signal's reason
 */
export async function fetchUploadLinkKeys(
  { connection, credentials }: LinkServices,
  key: string,
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
    const own = await get({ purpose: 'upload-request', keys: [key], durationSeconds: wantedSeconds });
    return { credentials: own, narrowed: own.narrowed === true };
  } catch (error) {
    signal?.throwIfAborted();
    if (!NO_OWN_KEYS.has(toFailure(error).code)) throw error;
  }
  return { credentials: await get({ purpose: 'upload', minimumLifeSeconds: wantedSeconds }), narrowed: false };
}
