import { QrCode as QrIcon } from 'lucide-react';
import { lazy, Suspense, useId, useState } from 'react';
import type { ShareLink } from '#links/ShareLink.ts';
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
  const { t, formats } = useText();
  const id = useId();
  const [showsQr, setShowsQr] = useState(false);
  const secondsLeft = useCountdown(link.expiresAt.getTime(), now);
  if (secondsLeft === 0) return <p>{t.linkEnded}</p>;
  return (
    <>
      <label htmlFor={id} className="visually-hidden">
        {t.link}
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
        <strong>{t.expires(formats.exactTime(link.expiresAt))}</strong>{' '}
        <span className={styles.left}>({t.endsIn(formats.duration(secondsLeft))})</span>
      </p>
      <div className={styles.buttons}>
        <CopyButton look="primary" text={link.url} label={t.copyLink} copiedText={t.linkCopied} />
        <Button icon={<QrIcon size={16} />} aria-expanded={showsQr} onClick={() => setShowsQr(!showsQr)}>
          {t.qrCode}
        </Button>
      </div>
      {showsQr && (
        <Suspense>
          <QrCode text={link.url} label={t.qrCodeOf(name)} />
        </Suspense>
      )}
      <div className={styles.warnings}>
        {link.limitedBy === 'credentials' && <p>{t.limitedByKey}</p>}
        {!link.narrowed && <p>{t.notNarrowed}</p>}
        <p>{t.cannotRevoke}</p>
      </div>
    </>
  );
}
