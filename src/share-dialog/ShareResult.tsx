import { QrCode as QrIcon, Share2 } from 'lucide-react';
import { lazy, Suspense, useId, useRef, useState } from 'react';
import type { CheckedLink } from '#links/createCheckedLink.ts';
import { sharing as en } from '#text/en/sharing.ts';
import { sharing as zh } from '#text/zh/sharing.ts';
import { useTopic } from '#text/useTopic.ts';
import { useText } from '#text/useText.ts';
import { Button } from '#ui/Button.tsx';
import { CopyButton } from '#ui/CopyButton.tsx';
import { CopyAs } from './CopyAs.tsx';
import { LinkNotes, type LinkNotesProps } from './LinkNotes.tsx';
import styles from './ShareDialog.module.css';
import { useCountdown } from './useCountdown.ts';

const QrCode = lazy(() => import('./QrCode.tsx').then((module) => ({ default: module.QrCode })));

export interface ShareResultProps extends Omit<LinkNotesProps, 'link'> {
  /** As it is shown. */
  readonly name: string;
  /** What the receiver's file is called. */
  readonly fileName: string;
  readonly link: CheckedLink;
  readonly now: () => number;
  /** It left the page, for the first time. */
  readonly onHandedOut: () => void;
}

/** The link, when it really ends, what decided that, and what cannot be undone. */
export function ShareResult({ name, fileName, link, now, onHandedOut, ...notes }: ShareResultProps) {
  const { formats } = useText();
  const words = useTopic({ en, zh });
  const id = useId();
  const [showsQr, setShowsQr] = useState(false);
  const handedOut = useRef('');
  const secondsLeft = useCountdown(link.expiresAt.getTime(), now);
  if (secondsLeft === 0) return <p>{words.linkEnded}</p>;

  function handOut(): void {
    if (handedOut.current === link.url) return;
    handedOut.current = link.url;
    onHandedOut();
  }
  function share(): void {
    navigator.share({ title: fileName, url: link.url }).then(handOut, () => {});
  }

  return (
    <>
      <label htmlFor={id} className="visually-hidden">
        {words.link}
      </label>
      <input
        id={id}
        type="text"
        readOnly
        dir="ltr"
        className={styles.link}
        value={link.url}
        onFocus={(event) => event.target.select()}
        onCopy={handOut}
      />
      <p className={styles.end}>
        <strong>{words.expires(formats.exactTime(link.expiresAt))}</strong>{' '}
        <span className={styles.left}>({words.endsIn(formats.duration(secondsLeft))})</span>{' '}
        <span className={styles.length}>{words.linkLength(formats.number(link.url.length))}</span>
      </p>
      <div className={styles.buttons}>
        <CopyButton
          look="primary"
          text={link.url}
          label={words.copyLink}
          copiedText={words.linkCopied}
          onCopied={handOut}
        />
        <CopyAs link={{ url: link.url, name: fileName }} onCopied={handOut} />
        <Button
          icon={<QrIcon size={16} />}
          aria-expanded={showsQr}
          onClick={() => {
            setShowsQr(!showsQr);
            handOut();
          }}
        >
          {words.qrCode}
        </Button>
        {typeof navigator.share === 'function' && (
          <Button icon={<Share2 size={16} />} onClick={share}>
            {words.shareNatively}
          </Button>
        )}
      </div>
      {showsQr && (
        <Suspense>
          <QrCode text={link.url} label={words.qrCodeOf(name)} />
        </Suspense>
      )}
      <LinkNotes link={link} {...notes} />
    </>
  );
}
