import type { ReactNode } from 'react';
import { sharing as en } from '#text/en/sharing.ts';
import { sharing as zh } from '#text/zh/sharing.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import styles from './ShareDialog.module.css';

export interface LinkEndProps {
  readonly expiresAt: Date;
  readonly secondsLeft: number;
  /** What is told first, in the same line. */
  readonly lead?: ReactNode;
  /** Of the link, where that matters. */
  readonly length?: number;
}

/** When it really ends, counted down, and how long the link is. */
export function LinkEnd({ expiresAt, secondsLeft, lead, length }: LinkEndProps) {
  const { formats } = useText();
  const words = useTopic({ en, zh });
  return (
    <p className={styles.end}>
      {lead} <strong>{words.expires(formats.exactTime(expiresAt))}</strong>{' '}
      <span className={styles.left}>({words.endsIn(formats.duration(secondsLeft))})</span>
      {length !== undefined && (
        <>
          {' '}
          <span className={styles.length}>{words.linkLength(formats.number(length))}</span>
        </>
      )}
    </p>
  );
}
