import { useEffect, useId, useRef } from 'react';
import type { ShareLink } from '#links/ShareLink.ts';
import { uploadCommand } from '#links/uploadCommand.ts';
import { sharing as enSharing } from '#text/en/sharing.ts';
import { uploadLink as en } from '#text/en/uploadLink.ts';
import { useTopic } from '#text/useTopic.ts';
import { sharing as zhSharing } from '#text/zh/sharing.ts';
import { uploadLink as zh } from '#text/zh/uploadLink.ts';
import { CopyButton } from '#ui/CopyButton.tsx';
import { useCountdown } from '#ui/useCountdown.ts';
import { LinkEnd } from './LinkEnd.tsx';
import notes from './LinkNotes.module.css';
import { Note } from './Note.tsx';
import styles from './ShareDialog.module.css';

export interface UploadLinkResultProps {
  readonly name: string;
  readonly link: ShareLink;
  readonly now: () => number;
  /** It left the page, for the first time. */
  readonly onHandedOut: () => void;
}

/** The link and the line that uses it, when it ends, and what it cannot promise. */
export function UploadLinkResult({ name, link, now, onHandedOut }: UploadLinkResultProps) {
  const words = useTopic({ en, zh });
  const sharing = useTopic({ en: enSharing, zh: zhSharing });
  const id = useId();
  const wasHandedOut = useRef(false);
  const command = useRef<HTMLTextAreaElement>(null);
  const secondsLeft = useCountdown(link.expiresAt.getTime(), now);
  // The button that made it is gone.
  useEffect(() => command.current?.focus(), []);
  if (secondsLeft === 0) return <p>{sharing.linkEnded}</p>;
  const line = uploadCommand(link.url, name);
  function handOut(): void {
    if (wasHandedOut.current) return;
    wasHandedOut.current = true;
    onHandedOut();
  }
  return (
    <>
      <label htmlFor={id}>{words.command}</label>
      <textarea
        ref={command}
        id={id}
        readOnly
        dir="ltr"
        rows={4}
        className={styles.command}
        value={line}
        onFocus={(event) => event.target.select()}
        onCopy={handOut}
      />
      <LinkEnd expiresAt={link.expiresAt} secondsLeft={secondsLeft} />
      <div className={styles.buttons}>
        <CopyButton look="primary" text={line} label={words.copyCommand} onCopied={handOut} />
        <CopyButton text={link.url} label={sharing.copyLink} copiedText={sharing.linkCopied} onCopied={handOut} />
      </div>
      <ul className={notes.notes}>
        <Note>{words.sizeNotLimited}</Note>
        <Note>{words.neverReplaces}</Note>
        {link.limitedBy === 'credentials' && <Note>{sharing.limitedByKey}</Note>}
        {!link.narrowed && <Note>{words.uploadNotNarrowed}</Note>}
        <Note>{sharing.cannotRevoke}</Note>
      </ul>
    </>
  );
}
