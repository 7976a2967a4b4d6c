import type { ShareLink } from './ShareLink.ts';
import { createShareLink, type CreateShareLinkOptions } from './createShareLink.ts';

/** COS cuts a transfer when its URL ends, so a large object gets as long as keys can live. */
const LONGEST_SECONDS = 36 * 3600;
const SHORTEST_SECONDS = 3600;
const SLOW_BYTES_PER_SECOND = 100_000;

/** How long a URL for a download of so many bytes has to work. */
export function downloadLifeSeconds(sizeBytes: number): number {
  const needed = Math.ceil(sizeBytes / SLOW_BYTES_PER_SECOND);
  return Math.min(Math.max(needed, SHORTEST_SECONDS), LONGEST_SECONDS);
}

export interface PresignDownloadOptions extends Omit<CreateShareLinkOptions, 'request'> {
  readonly key: string;
  readonly fileName: string;
  readonly sizeBytes: number;
}

/**
 * A URL for the browser's own download of one object: saved under `fileName`, never shown in a page. The download must
 * end by `expiresAt`.
 *
 * [Note: Browsers remember what they download] The URL ends up in the browser's list of downloads, on disk. So it is
 * signed as a link for strangers is: with keys for this one object where the endpoint gives them, and no longer than a
 * slow line needs.
 */
export function presignDownloadUrl(
  { key, fileName, sizeBytes, ...parts }: PresignDownloadOptions,
  options: { readonly signal?: AbortSignal } = {},
): Promise<ShareLink> {
  const lifeSeconds = downloadLifeSeconds(sizeBytes);
  return createShareLink({ ...parts, request: { key, fileName, lifeSeconds, disposition: 'attachment' } }, options);
}
