import { QrCode as QrIcon, Share2 } from 'lucide-react';
import { Suspense, useId, useRef, useState, type ReactNode } from 'react';
import { sharing as en } from '#text/en/sharing.ts';
import { sharing as zh } from '#text/zh/sharing.ts';
import { useTopic } from '#text/useTopic.ts';
import { Button } from '#ui/Button.tsx';
import { CopyButton } from '#ui/CopyButton.tsx';
import { lazyPart } from '#ui/lazyPart.tsx';
import { useCountdown } from '#ui/useCountdown.ts';
import { CopyAs } from './CopyAs.tsx';
import { LinkEnd } from './LinkEnd.tsx';
import notes from './LinkNotes.module.css';
import styles from './ShareDialog.module.css';

const QrCode = lazyPart(async () => (await import('./QrCode.tsx')).QrCode);

export interface HandOutLinkProps {
  readonly url: string;
  readonly expiresAt: Date;
  /** What it leads to, as it is shown. */
  readonly name: string;
  /** Of the file it leads to: the link can be copied as a command that saves it. */
  readonly fileName?: string;
  /** Milliseconds since 1970 by the bucket's clock. */
  readonly now: () => number;
  /** What is told before the end. */
  readonly lead?: ReactNode;
  /** Instead of all, once it is over; default: that choosing a life makes another. */
  readonly ended?: string;
  /** It left the page, for the first time. */
  readonly onHandedOut?: () => void;
  /** What is true of it, and what cannot be undone. */
  readonly children: ReactNode;
}

/** A link to hand out, the same in every dialog: itself, when it really ends, and the ways to take it along. */
export function HandOutLink({
  url,
  expiresAt,
  name,
  fileName,
  now,
  lead,
  ended,
  onHandedOut,
  children,
}: HandOutLinkProps) {
  const words = useTopic({ en, zh });
  const id = useId();
  const [showsQr, setShowsQr] = useState(false);
  const handedOut = useRef('');
  const secondsLeft = useCountdown(expiresAt.getTime(), now);
  if (secondsLeft === 0) return <p>{ended ?? words.linkEnded}</p>;

  function handOut(): void {
    if (handedOut.current === url) return;
    handedOut.current = url;
    onHandedOut?.();
  }
  function share(): void {
    navigator.share({ title: fileName ?? name, url }).then(handOut, () => {});
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
        value={url}
        onFocus={(event) => event.target.select()}
        onCopy={handOut}
      />
      <LinkEnd {...{ expiresAt, secondsLeft, lead }} length={url.length} />
      <div className={styles.buttons}>
        <CopyButton look="primary" text={url} label={words.copyLink} copiedText={words.linkCopied} onCopied={handOut} />
        {fileName !== undefined && <CopyAs link={{ url, name: fileName }} onCopied={handOut} />}
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
          <QrCode text={url} label={words.qrCodeOf(name)} />
        </Suspense>
      )}
      <ul className={notes.notes}>{children}</ul>
    </>
  );
}
