import { checkLink, type CheckLinkOptions, type LinkCheck } from './checkLink.ts';
import type { CreateShareLinkOptions } from './createShareLink.ts';
import { fetchNarrowKeys } from './fetchNarrowKeys.ts';
import { linkQuery } from './linkQuery.ts';
import { assertLinkable, presignGet } from './presignGet.ts';
import type { ShareLink } from './ShareLink.ts';

export interface CheckedLink extends ShareLink {
  readonly check: LinkCheck;
}

/**
 * As `createShareLink`, and opened once before anybody sees it. A link that shows its object is signed with the type the
 * object is stored with, unless another was asked for: a holder cannot add one and make a page of it.
 *
 * @throws FailureError as `createShareLink`; CosError when the bucket refuses the link; the signal's reason
 */
export async function createCheckedLink(
  { request, ...services }: CreateShareLinkOptions,
  options: CheckLinkOptions = {},
): Promise<CheckedLink> {
  const { key, lifeSeconds, origin, ...how } = request;
  assertLinkable(key);
  const { connection, clock } = services;
  const wanted = { purpose: 'share', keys: [key], versionId: how.versionId, lifeSeconds } as const;
  const { credentials, narrowed } = await fetchNarrowKeys(services, wanted, options);

  async function sign(contentType: string | undefined): Promise<CheckedLink> {
    const query = linkQuery({ ...how, ...(contentType === undefined ? {} : { contentType }) });
    const link = await presignGet(connection, key, query, credentials, clock.now(), lifeSeconds, origin);
    return { ...link, narrowed, check: await checkLink(link.url, key, connection, options) };
  }
  const first = await sign(how.contentType);
  if (how.disposition === 'attachment' || how.contentType !== undefined || first.check.state !== 'works') return first;
  const { contentType } = first.check;
  return contentType === undefined ? first : sign(contentType);
}
