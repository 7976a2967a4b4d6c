import { fetchNarrowKeys } from './fetchNarrowKeys.ts';
import { linkQuery } from './linkQuery.ts';
import type { LinkServices } from './LinkServices.ts';
import { assertLinkable, presignGet } from './presignGet.ts';
import type { ShareLink, ShareLinkRequest } from './ShareLink.ts';

export interface CreateShareLinkOptions extends LinkServices {
  readonly request: ShareLinkRequest;
}

/**
 * Makes a presigned link to one object, ending at min(asked life, life of the keys) from now.
 *
 * It asks the endpoint for keys that cover this object only and live as long as wanted. When the endpoint has none, the
 * keys for browsing sign; the token in the link then belongs to keys that can do more, which `narrowed` tells.
 *
 * @throws FailureError `UnsafeKey` or `NeedsKeys` before any request, or of the endpoint; the signal's reason
 */
export async function createShareLink(
  { request, ...services }: CreateShareLinkOptions,
  options: { readonly signal?: AbortSignal } = {},
): Promise<ShareLink> {
  const { key, lifeSeconds, origin, ...how } = request;
  assertLinkable(key);
  const wanted = { purpose: 'share', keys: [key], versionId: how.versionId, lifeSeconds } as const;
  const { credentials, narrowed } = await fetchNarrowKeys(services, wanted, options);
  const { connection, clock } = services;
  const link = await presignGet(connection, key, linkQuery(how), credentials, clock.now(), lifeSeconds, origin);
  return { ...link, narrowed };
}
