import { CircleCheck, CircleHelp, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CheckedLink } from '#links/createCheckedLink.ts';
import { sharing as en } from '#text/en/sharing.ts';
import { sharing as zh } from '#text/zh/sharing.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import styles from './LinkNotes.module.css';

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
    <ul className={styles.notes}>
      <Note icon={works ? <CircleCheck size={15} className={styles.good} /> : <CircleHelp size={15} />}>
        {works ? words.checkedNow : words.notChecked}
      </Note>
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
    </ul>
  );
}

function Note({ icon, children }: { icon?: ReactNode; children: ReactNode }) {
  return (
    <li className={styles.note}>
      {icon ?? <TriangleAlert size={15} aria-hidden />}
      <span>{children}</span>
    </li>
  );
}
