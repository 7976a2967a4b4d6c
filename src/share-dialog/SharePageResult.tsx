import { QrCode as QrIcon } from 'lucide-react';
import { lazy, Suspense, useId, useState } from 'react';
import type { MadeShare } from '#links/makeShare.ts';
import { displayName } from '#text/displayName.ts';
import { linkLists as enLists } from '#text/en/linkLists.ts';
import { sharePages as en } from '#text/en/sharePages.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import { linkLists as zhLists } from '#text/zh/linkLists.ts';
import { sharePages as zh } from '#text/zh/sharePages.ts';
import { Button } from '#ui/Button.tsx';
import { CopyButton } from '#ui/CopyButton.tsx';
import notes from './LinkNotes.module.css';
import { Note } from './Note.tsx';
import styles from './ShareDialog.module.css';
import { useCountdown } from './useCountdown.ts';

const QrCode = lazy(() => import('./QrCode.tsx').then((module) => ({ default: module.QrCode })));

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
  const id = useId();
  const [showsQr, setShowsQr] = useState(false);
  const { url, expiresAt, count, sizeBytes, leftOut, listKey } = page;
  const secondsLeft = useCountdown(expiresAt.getTime(), now);
  if (secondsLeft === 0) return <p>{words.pageEnded}</p>;
  return (
    <div className={styles.result}>
      <p className={styles.lead}>{words.pageIs}</p>
      <label htmlFor={id} className="visually-hidden">
        {words.pageLink}
      </label>
      <input
        id={id}
        type="text"
        readOnly
        dir="ltr"
        className={styles.link}
        value={url}
        onFocus={(event) => event.target.select()}
        onCopy={onHandedOut}
      />
      <p className={styles.end}>
        {words.pageHolds(count, formats.bytes(sizeBytes))}{' '}
        <strong>{words.pageExpires(formats.exactTime(expiresAt))}</strong>{' '}
        <span className={styles.left}>({words.pageEndsIn(formats.duration(secondsLeft))})</span>{' '}
        <span className={styles.length}>{words.pageLength(formats.number(url.length))}</span>
      </p>
      <div className={styles.buttons}>
        <CopyButton
          look="primary"
          text={url}
          label={words.copyPageLink}
          copiedText={words.pageLinkCopied}
          onCopied={onHandedOut}
        />
        <Button
          icon={<QrIcon size={16} />}
          aria-expanded={showsQr}
          onClick={() => {
            setShowsQr(!showsQr);
            onHandedOut();
          }}
        >
          {words.pageQr}
        </Button>
      </div>
      {showsQr && (
        <Suspense>
          <QrCode text={url} label={words.pageQr} />
        </Suspense>
      )}
      <ul className={notes.notes}>
        {leftOut > 0 && <Note>{listWords.leftOut(leftOut)}</Note>}
        {page.limitedBy === 'credentials' && <Note>{words.pageLimitedByKey}</Note>}
        {listKey !== undefined && <Note>{words.pageListKept(displayName(listKey).text)}</Note>}
        {!page.narrowed && <Note>{words.pageNotNarrowed}</Note>}
        <Note>{words.pageSnapshot}</Note>
        <Note>{words.pageCannotRevoke}</Note>
      </ul>
    </div>
  );
}
