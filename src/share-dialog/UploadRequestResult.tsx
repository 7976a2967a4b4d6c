import { FolderInput, QrCode as QrIcon } from 'lucide-react';
import { lazy, Suspense, useId, useState } from 'react';
import type { MadeUploadRequest } from '#links/createUploadRequest.ts';
import { baseName } from '#cos/objectKey.ts';
import { requestFiles as en } from '#text/en/requestFiles.ts';
import { sharing as enSharing } from '#text/en/sharing.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import { requestFiles as zh } from '#text/zh/requestFiles.ts';
import { sharing as zhSharing } from '#text/zh/sharing.ts';
import { Button } from '#ui/Button.tsx';
import { CopyButton } from '#ui/CopyButton.tsx';
import notes from './LinkNotes.module.css';
import { Note } from './Note.tsx';
import styles from './ShareDialog.module.css';
import { useCountdown } from './useCountdown.ts';

const QrCode = lazy(() => import('./QrCode.tsx').then((module) => ({ default: module.QrCode })));

export interface UploadRequestResultProps {
  readonly made: MadeUploadRequest & { readonly url: string };
  readonly folderName: string;
  readonly keepsVersions: boolean;
  readonly now: () => number;
}

/** The link, when it really ends, where the files will be, and what cannot be undone. */
export function UploadRequestResult({ made, folderName, keepsVersions, now }: UploadRequestResultProps) {
  const { formats } = useText();
  const words = useTopic({ en, zh });
  const sharing = useTopic({ en: enSharing, zh: zhSharing });
  const id = useId();
  const [showsQr, setShowsQr] = useState(false);
  const secondsLeft = useCountdown(made.expiresAt.getTime(), now);
  return (
    <>
      <label htmlFor={id} className="visually-hidden">
        {sharing.link}
      </label>
      <input
        id={id}
        type="text"
        readOnly
        dir="ltr"
        className={styles.link}
        value={made.url}
        onFocus={(event) => event.target.select()}
      />
      <p className={styles.end}>
        <strong>{sharing.expires(formats.exactTime(made.expiresAt))}</strong>{' '}
        <span className={styles.left}>({sharing.endsIn(formats.duration(secondsLeft))})</span>{' '}
        <span className={styles.length}>{sharing.linkLength(formats.number(made.url.length))}</span>
      </p>
      <div className={styles.buttons}>
        <CopyButton look="primary" text={made.url} label={sharing.copyLink} copiedText={sharing.linkCopied} />
        <Button icon={<QrIcon size={16} />} aria-expanded={showsQr} onClick={() => setShowsQr(!showsQr)}>
          {sharing.qrCode}
        </Button>
      </div>
      {showsQr && (
        <Suspense>
          <QrCode text={made.url} label={sharing.qrCodeOf(folderName)} />
        </Suspense>
      )}
      <ul className={notes.notes}>
        <Note icon={<FolderInput size={15} aria-hidden />}>
          {words.arrivesIn(`${folderName}/${baseName(made.prefix)}`)}
        </Note>
        <Note>{words.forgotten}</Note>
        {made.limitedBy === 'credentials' && <Note>{sharing.limitedByKey}</Note>}
        {!made.narrowed && <Note>{words.notNarrowed}</Note>}
        {keepsVersions && <Note>{words.keepsVersions}</Note>}
        <Note>{words.cannotRevoke}</Note>
      </ul>
    </>
  );
}
