import type { CheckedLink } from '#links/createCheckedLink.ts';
import { HandOutLink, type HandOutLinkProps } from './HandOutLink.tsx';
import { LinkNotes, type LinkNotesProps } from './LinkNotes.tsx';

export interface ShareResultProps
  extends Omit<LinkNotesProps, 'link'>, Pick<HandOutLinkProps, 'name' | 'fileName' | 'now' | 'onHandedOut'> {
  readonly link: CheckedLink;
}

/** The link, when it really ends, what decided that, and what cannot be undone. */
export function ShareResult({ link, mayDownloadInstead, hasOwnDomain, ...rest }: ShareResultProps) {
  return (
    <HandOutLink url={link.url} expiresAt={link.expiresAt} {...rest}>
      <LinkNotes {...{ link, mayDownloadInstead, hasOwnDomain }} />
    </HandOutLink>
  );
}
