import { callWithRetries } from '#cos/callWithRetries.ts';
import type { GetCredentialsOptions, TemporaryCredentials } from '#credentials/CredentialsProvider.ts';
import { toFailure } from '#lib/Failure.ts';
import { FailureError } from '#lib/FailureError.ts';
import type { LinkServices } from './LinkServices.ts';

/** Keys outlive what they sign by this much, so that a life the endpoint grants is kept to the second. */
const SPARE_SECONDS = 60;

/** A policy holds about 6,000 letters (CAM limits), so no endpoint can name more objects than this in one. */
export const MOST_NARROWED_KEYS = 100;

/** An endpoint that has no such keys answers one of these; keys that are there anyway sign then. */
const NO_OWN_KEYS = new Set(['EndpointRefused', 'EndpointError', 'EndpointAnswerInvalid', 'EndpointNotJson']);

/** What is signed: links that read objects, or what lets somebody write an object or into a place. */
export type LinkPurpose = 'share' | 'upload-request';

/** The keys for everything a person does here, with which the same can be signed. */
const USUAL_PURPOSE = { share: 'browse', 'upload-request': 'upload' } as const;

export interface LinkKeysWish {
  readonly purpose: LinkPurpose;
  /** Objects; of an upload request the one object or prefix. */
  readonly keys: readonly string[];
  /** Of the one object that is shared; absent: the latest. */
  readonly versionId?: string | undefined;
  readonly lifeSeconds: number;
}

export interface LinkKeys {
  readonly credentials: TemporaryCredentials;
  /** The endpoint confirmed that they cover what was asked for and nothing else. */
  readonly narrowed: boolean;
}

/**
 * Keys to sign something that is handed out: for exactly these objects (or this prefix) and for as long as wanted, in one
 * question. An endpoint that has no such keys, or a list too long for a policy, gets the usual keys instead, renewed first
 * when that buys time.
 *
 * @throws FailureError `NeedsKeys` before any request, or of the endpoint; the signal's reason
 */
export async function fetchNarrowKeys(
  { connection, credentials }: LinkServices,
  { purpose, keys, versionId, lifeSeconds }: LinkKeysWish,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<LinkKeys> {
  if (connection.access === 'anonymous')
    throw new FailureError({ kind: 'local', code: 'NeedsKeys', message: 'An anonymous connection signs nothing' });
  const call = signal ? { signal } : {};
  const get = (wanted: GetCredentialsOptions): Promise<TemporaryCredentials> =>
    callWithRetries(() => credentials.get(connection, { ...wanted, ...call }), call);
  const wantedSeconds = Math.ceil(lifeSeconds) + SPARE_SECONDS;
  if (keys.length <= MOST_NARROWED_KEYS) {
    try {
      const version = versionId === undefined ? {} : { versionId };
      const own = await get({ purpose, keys, ...version, durationSeconds: wantedSeconds });
      return { credentials: own, narrowed: own.narrowed === true };
    } catch (error) {
      signal?.throwIfAborted();
      if (!NO_OWN_KEYS.has(toFailure(error).code)) throw error;
    }
  }
  const usual = { purpose: USUAL_PURPOSE[purpose], minimumLifeSeconds: wantedSeconds };
  return { credentials: await get(usual), narrowed: false };
}
