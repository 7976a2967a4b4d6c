import { QrCode as QrIcon } from 'lucide-react';
import { lazy, Suspense, useId, useState } from 'react';
import type { ShareLink } from '#links/ShareLink.ts';
import { sharing as en } from '#text/en/sharing.ts';
import { sharing as zh } from '#text/zh/sharing.ts';
import { useTopic } from '#text/useTopic.ts';
import { useText } from '#text/useText.ts';
import { Button } from '#ui/Button.tsx';
import { CopyButton } from '#ui/CopyButton.tsx';
import styles from './ShareDialog.module.css';
import { useCountdown } from './useCountdown.ts';

const QrCode = lazy(() => import('./QrCode.tsx').then((module) => ({ default: module.QrCode })));

export interface ShareResultProps {
  /** As it is shown. */
  readonly name: string;
  readonly link: ShareLink;
  readonly now: () => number;
}

/** The link, when it really ends, what decided that, and what cannot be undone. */
export function ShareResult({ name, link, now }: ShareResultProps) {
  const { formats } = useText();
  const words = useTopic({ en, zh });
  const id = useId();
  const [showsQr, setShowsQr] = useState(false);
  const secondsLeft = useCountdown(link.expiresAt.getTime(), now);
  if (secondsLeft === 0) return <p>{words.linkEnded}</p>;
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
      />
      <p className={styles.end}>
        <strong>{words.expires(formats.exactTime(link.expiresAt))}</strong>{' '}
        <span className={styles.left}>({words.endsIn(formats.duration(secondsLeft))})</span>
      </p>
      <div className={styles.buttons}>
        <CopyButton look="primary" text={link.url} label={words.copyLink} copiedText={words.linkCopied} />
        <Button icon={<QrIcon size={16} />} aria-expanded={showsQr} onClick={() => setShowsQr(!showsQr)}>
          {words.qrCode}
        </Button>
      </div>
      {showsQr && (
        <Suspense>
          <QrCode text={link.url} label={words.qrCodeOf(name)} />
        </Suspense>
      )}
      <div className={styles.warnings}>
        {link.limitedBy === 'credentials' && <p>{words.limitedByKey}</p>}
        {!link.narrowed && <p>{words.notNarrowed}</p>}
        <p>{words.cannotRevoke}</p>
      </div>
    </>
  );
}
