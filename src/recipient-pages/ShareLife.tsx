import type { ShareEnd } from '#links/shareEnd.ts';
import { sharePage as en } from '#text/en/sharePage.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import { sharePage as zh } from '#text/zh/sharePage.ts';
import { useCountdown } from '#ui/useCountdown.ts';
import styles from './ShareHead.module.css';
import { endedFailure } from './shareFailureText.ts';

export interface ShareLifeProps {
  /** Milliseconds since 1970, by the bucket's clock. */
  readonly endsAt: number;
  readonly end: ShareEnd | undefined;
  readonly now: () => number;
}

/** Until when the links work, counted down; after that, that it is over and why. */
export function ShareLife({ endsAt, end, now }: ShareLifeProps) {
  const text = useText();
  const words = useTopic({ en, zh });
  const secondsLeft = useCountdown(endsAt, now);
  const until = text.formats.exactTime(new Date(endsAt));
  if (end !== undefined) {
    const { title } = text.failure(endedFailure({ kind: 'credentials', code: 'ShareEnded', message: '' }, end));
    return (
      <div className={styles.over}>
        <p>
          <strong>{title}</strong> {end === 'time' && words.itWorkedUntil(until)}
        </p>
        <p>{words.endedAdvice}</p>
      </div>
    );
  }
  return (
    <p className={styles.life}>
      {words.worksUntil(until)}{' '}
      <span className={styles.left}>({words.endsIn(text.formats.duration(secondsLeft))})</span>
    </p>
  );
}
