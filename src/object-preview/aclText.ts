import type { ObjectAcl } from '#cos/CosObject.ts';
import type { LateText } from '#text/LateText.ts';

/** Who may read an object, in words. */
export function aclText({ canned }: ObjectAcl, { t }: Pick<LateText, 't'>): string {
  switch (canned) {
    case 'default':
      return t.aclDefault;
    case 'private':
      return t.aclPrivate;
    case 'public-read':
      return t.aclPublicRead;
    case 'authenticated-read':
      return t.aclAuthenticatedRead;
    case undefined:
    default:
      return t.aclOwnGrants;
  }
}
