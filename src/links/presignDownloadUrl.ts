import type { Connection } from '#config/DeploymentConfig.ts';
import { callWithRetries } from '#cos/callWithRetries.ts';
import type { CredentialsProvider } from '#credentials/CredentialsProvider.ts';
import type { ServerClock } from '#credentials/ServerClock.ts';
import { contentDisposition } from './contentDisposition.ts';
import { assertLinkable, presignGet, type PresignedGet } from './presignGet.ts';

/** COS cuts a transfer when its URL ends, so a download gets as long as keys can live. */
const LONGEST_DOWNLOAD_SECONDS = 36 * 3600;

export interface PresignDownloadOptions {
  readonly connection: Connection;
  readonly credentials: CredentialsProvider;
  readonly clock: ServerClock;
  readonly key: string;
  readonly fileName: string;
}

/**
 * A URL for the browser's own download of one object: saved under `fileName`, never shown in a page, never put into a
 * history of ours. The download must end by `expiresAt`.
 */
export async function presignDownloadUrl(
  { connection, credentials, clock, key, fileName }: PresignDownloadOptions,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<PresignedGet> {
  assertLinkable(key);
  const call = signal ? { signal } : {};
  const keys = await callWithRetries(() => credentials.get(connection, { purpose: 'browse', ...call }), call);
  const query = {
    'response-content-disposition': contentDisposition('attachment', fileName),
    'response-content-type': 'application/octet-stream',
  };
  return presignGet(connection, key, query, keys, clock.now(), LONGEST_DOWNLOAD_SECONDS);
}
