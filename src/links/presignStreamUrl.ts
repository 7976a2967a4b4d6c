import { bucketOrigins } from '#config/bucketOrigins.ts';
import type { Connection } from '#config/DeploymentConfig.ts';
import { callWithRetries } from '#cos/callWithRetries.ts';
import { encodeKeyForPath } from '#cos/objectKey.ts';
import type { CredentialsProvider } from '#credentials/CredentialsProvider.ts';
import type { ServerClock } from '#credentials/ServerClock.ts';
import { assertLinkable, presignGet } from './presignGet.ts';

/** Long enough for most films; whoever plays asks anew when it ends. */
const LIFE_SECONDS = 3600;

export interface PresignStreamOptions {
  readonly connection: Connection;
  readonly credentials: CredentialsProvider;
  readonly clock: ServerClock;
  readonly key: string;
  /** Absent: the latest. */
  readonly versionId?: string;
  /** What the answer says it is, whatever the object claims: decided from its bytes. */
  readonly contentType: string;
}

/**
 * A URL for the `src` of a media element, which asks for ranges of it. It is the one signed URL in the page, ends within
 * the hour and covers this object only.
 *
 * @throws FailureError `UnsafeKey`, or of the endpoint; the signal's reason
 */
export async function presignStreamUrl(
  { connection, credentials, clock, key, versionId, contentType }: PresignStreamOptions,
  { signal }: { readonly signal: AbortSignal },
): Promise<string> {
  assertLinkable(key);
  // COS refuses `response-*` from nobody in particular.
  if (connection.access === 'anonymous') return `${bucketOrigins(connection)[0] ?? ''}/${encodeKeyForPath(key)}`;
  const keys = await callWithRetries(() => credentials.get(connection, { purpose: 'browse', signal }), { signal });
  const query = {
    'response-content-type': contentType,
    ...(versionId === undefined ? {} : { versionId }),
  };
  return (await presignGet(connection, key, query, keys, clock.now(), LIFE_SECONDS)).url;
}
