import type { MadeShare } from '#links/makeShare.ts';
import { displayName } from '#text/displayName.ts';
import { linkLists as enLists } from '#text/en/linkLists.ts';
import { sharePages as en } from '#text/en/sharePages.ts';
import { sharing as enSharing } from '#text/en/sharing.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import { linkLists as zhLists } from '#text/zh/linkLists.ts';
import { sharePages as zh } from '#text/zh/sharePages.ts';
import { sharing as zhSharing } from '#text/zh/sharing.ts';
import { HandOutLink } from './HandOutLink.tsx';
import { Note } from './Note.tsx';
import styles from './ShareDialog.module.css';

export interface SharePageResultProps {
  readonly page: MadeShare;
  readonly now: () => number;
  /** The link left this page. */
  readonly onHandedOut: () => void;
}

/** The link to the page, what is on it, when it really ends, and what cannot be undone. */
export function SharePageResult({ page, now, onHandedOut }: SharePageResultProps) {
  const { formats } = useText();
  const words = useTopic({ en, zh });
  const listWords = useTopic({ en: enLists, zh: zhLists });
  const sharing = useTopic({ en: enSharing, zh: zhSharing });
  const { url, expiresAt, title, count, sizeBytes, leftOut, listKey } = page;
  return (
    <div className={styles.result}>
      <p className={styles.lead}>{words.pageIs}</p>
      <HandOutLink
        {...{ url, expiresAt, now, onHandedOut }}
        name={displayName(title).text}
        lead={words.pageHolds(count, formats.bytes(sizeBytes))}
      >
        {leftOut > 0 && <Note>{listWords.leftOut(leftOut)}</Note>}
        {page.limitedBy === 'credentials' && <Note>{sharing.limitedByKey}</Note>}
        {listKey !== undefined && <Note>{words.pageListKept(displayName(listKey).text)}</Note>}
        {!page.narrowed && <Note>{words.pageNotNarrowed}</Note>}
        <Note>{words.pageSnapshot}</Note>
        <Note>{sharing.cannotRevoke}</Note>
      </HandOutLink>
    </div>
  );
}
