import { parseTrafficLimit } from '#cos/parseTrafficLimit.ts';
import type { ShareLinkRequest } from '#links/ShareLink.ts';

/** What the person chose and typed, as it stands in the fields. */
export interface LinkDraft {
  readonly disposition: ShareLinkRequest['disposition'];
  readonly fileName: string;
  readonly contentType: string;
  /** MB/s. */
  readonly limit: string;
  readonly origin: string;
}

export type LinkWish = Pick<ShareLinkRequest, 'disposition' | 'fileName' | 'contentType' | 'trafficLimit' | 'origin'>;

export interface LinkDraftProblems {
  readonly contentType: boolean;
  readonly limit: boolean;
}

/** A type with parameters, as RFC 9110 8.3 writes it, as far as anybody types it. */
const CONTENT_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:\s*;\s*[\w-]+=(?:[\w.+-]+|"[^"\\]*"))*$/;

/** Reads the fields. Empty ones are left to the bucket; an empty name is the object's own. */
export function parseLinkDraft(
  draft: LinkDraft,
  objectName: string,
): { readonly wish: LinkWish } | { readonly problems: LinkDraftProblems } {
  const contentType = draft.contentType.trim();
  const trafficLimit = parseTrafficLimit(draft.limit);
  const isTypeWrong = contentType !== '' && !CONTENT_TYPE.test(contentType);
  if (isTypeWrong || trafficLimit === 'outside') {
    return { problems: { contentType: isTypeWrong, limit: trafficLimit === 'outside' } };
  }
  return {
    wish: {
      disposition: draft.disposition,
      fileName: draft.fileName.trim() || objectName,
      origin: draft.origin,
      ...(contentType === '' ? {} : { contentType }),
      ...(trafficLimit === undefined ? {} : { trafficLimit }),
    },
  };
}
