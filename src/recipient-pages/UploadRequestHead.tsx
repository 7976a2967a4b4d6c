import { Clock, FileType, MessageSquareQuote, Scale, ShieldCheck } from 'lucide-react';
import type { UploadRequestTerms } from '#links/UploadRequest.ts';
import { displayName } from '#text/displayName.ts';
import { uploadRequest as en } from '#text/en/uploadRequest.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import { uploadRequest as zh } from '#text/zh/uploadRequest.ts';
import { useCountdown } from '#ui/useCountdown.ts';
import { contentTypeText } from './contentTypeText.ts';
import styles from './UploadRequestPage.module.css';

export interface UploadRequestHeadProps {
  readonly terms: UploadRequestTerms;
  /** Milliseconds since 1970 by the bucket's clock. */
  readonly now: () => number;
  readonly isOver: boolean;
}

/** Who asks for what, until when, and what can be done with the link. */
export function UploadRequestHead({ terms, now, isOver }: UploadRequestHeadProps) {
  const { formats, language } = useText();
  const words = useTopic({ en, zh });
  const title = displayName(terms.title).text;
  const ends = new Date(terms.endSeconds * 1000);
  const secondsLeft = useCountdown(ends.getTime(), now);
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>{title === '' ? words.sendFiles : words.sendTo(title)}</h1>
      {terms.note !== '' && (
        <figure className={styles.note}>
          <figcaption>
            <MessageSquareQuote size={15} aria-hidden /> {words.noteTitle}
          </figcaption>
          <blockquote dir="auto">{terms.note}</blockquote>
        </figure>
      )}
      <ul className={styles.facts}>
        <li>
          <Clock size={15} aria-hidden />
          <span>
            {isOver ? words.endedAt(formats.exactTime(ends)) : words.openUntil(formats.exactTime(ends))}{' '}
            {!isOver && <span className={styles.left}>({words.endsIn(formats.duration(secondsLeft))})</span>}
          </span>
        </li>
        <li>
          <Scale size={15} aria-hidden />
          <span>{words.atMost(formats.bytes(terms.maxBytes))}</span>
        </li>
        {terms.contentType !== '' && (
          <li>
            <FileType size={15} aria-hidden />
            <span>{words.onlyType(contentTypeText(terms.contentType, language))}</span>
          </li>
        )}
        <li>
          <ShieldCheck size={15} aria-hidden />
          <span>{words.onlySend}</span>
        </li>
      </ul>
    </header>
  );
}
