import type { CheckedLink } from '#links/createCheckedLink.ts';
import { sharing as en } from '#text/en/sharing.ts';
import { sharing as zh } from '#text/zh/sharing.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import { CheckNote } from './CheckNote.tsx';
import { Note } from './Note.tsx';

export interface LinkNotesProps {
  readonly link: CheckedLink;
  /** It was asked to open in the browser, at an address of COS's own. */
  readonly mayDownloadInstead: boolean;
  /** There is a custom domain to choose. */
  readonly hasOwnDomain: boolean;
}

/** Beyond this, old mail programs and chats are known to cut links. */
const LONG = 2000;

/** What is true of the link, and what cannot be undone. */
export function LinkNotes({ link, mayDownloadInstead, hasOwnDomain }: LinkNotesProps) {
  const { formats } = useText();
  const words = useTopic({ en, zh });
  const { check } = link;
  const works = check.state === 'works';
  return (
    <>
      <CheckNote works={works}>{works ? words.checkedNow : words.notChecked}</CheckNote>
      {link.limitedBy === 'credentials' && <Note>{words.limitedByKey}</Note>}
      {mayDownloadInstead && (
        <Note>
          {works && check.forcesDownload ? words.forcesDownload : words.mayForceDownload}{' '}
          {hasOwnDomain ? words.chooseOwnDomain : words.needsOwnDomain}
        </Note>
      )}
      {!link.narrowed && <Note>{words.notNarrowed}</Note>}
      <Note>{words.cannotRevoke}</Note>
      {link.url.length > LONG && <Note>{words.longLink(formats.number(link.url.length))}</Note>}
    </>
  );
}
