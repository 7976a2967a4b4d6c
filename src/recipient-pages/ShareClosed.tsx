import { Unlink } from 'lucide-react';
import type { ShareEnd } from '#links/shareEnd.ts';
import type { Failure } from '#lib/Failure.ts';
import { useText } from '#text/useText.ts';
import { Button } from '#ui/Button.tsx';
import { FailureDetails } from '#ui/FailureDetails.tsx';
import { sharePage as en } from '#text/en/sharePage.ts';
import { sharePage as zh } from '#text/zh/sharePage.ts';
import { useTopic } from '#text/useTopic.ts';
import styles from './ShareClosed.module.css';
import { endedFailure } from './shareFailureText.ts';

export interface ShareClosedProps {
  readonly failure: Failure;
  readonly end: ShareEnd | undefined;
  /** When it ended, or would have; undefined where the address did not tell. */
  readonly endsAt: Date | undefined;
  readonly onRetry: () => void;
}

const FINAL = new Set(['ShareDamaged', 'ShareNewer', 'ShareElsewhere']);

/** In place of what was shared: that it cannot be had, why, and whom to ask. A network that is down can be tried again. */
export function ShareClosed({ failure, end, endsAt, onRetry }: ShareClosedProps) {
  const text = useText();
  const words = useTopic({ en, zh });
  const told = endedFailure(failure, end);
  const { title, advice } = text.failure(told);
  return (
    <div className={styles.closed}>
      <span className={styles.badge}>
        <Unlink size={28} aria-hidden />
      </span>
      <h1 className={styles.title}>{title}</h1>
      {end === 'time' && endsAt !== undefined && <p>{words.itWorkedUntil(text.formats.exactTime(endsAt))}</p>}
      <p className={styles.advice}>{advice}</p>
      <FailureDetails failure={failure} size="medium" isAtSetUp>
        {!FINAL.has(failure.code) && <Button onClick={onRetry}>{text.t.retry}</Button>}
      </FailureDetails>
    </div>
  );
}
