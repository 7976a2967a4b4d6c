import { clsx } from 'clsx';
import { CircleAlert, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Failure } from '#lib/Failure.ts';
import { useText } from '#text/useText.ts';
import { Button } from './Button.tsx';
import { FailureDetails } from './FailureDetails.tsx';
import styles from './FailureNotice.module.css';

export interface FailureNoticeProps {
  readonly failure: Failure;
  /** `page` fills the room of what failed; `inline` sits beside it. */
  readonly layout?: 'page' | 'inline';
  readonly onRetry?: () => void;
  /** Said between advice and buttons. */
  readonly children?: ReactNode;
}

/** What happened, what to do, the button that does it, and the facts support will ask for. */
export function FailureNotice({ failure, layout = 'inline', onRetry, children }: FailureNoticeProps) {
  const text = useText();
  const { t } = text;
  const { title, advice } = text.failure(failure);
  const signInUrl = failure.facts?.signInUrl;
  const isPage = layout === 'page';
  const size = isPage ? 'medium' : 'small';
  const Title = isPage ? 'h2' : 'p';
  return (
    <div className={clsx(styles.notice, isPage && styles.page)}>
      {isPage && (
        <span className={styles.badge}>
          <CircleAlert size={28} aria-hidden />
        </span>
      )}
      <Title className={styles.title}>{title}</Title>
      <p className={styles.advice}>{advice}</p>
      {children}
      <FailureDetails failure={failure} size={size}>
        {signInUrl !== undefined && (
          <a href={signInUrl} target="_blank" rel="noopener noreferrer">
            {t.signInAgain}
          </a>
        )}
        {onRetry !== undefined && (
          <Button look={isPage ? 'primary' : 'secondary'} size={size} icon={<RotateCw size={15} />} onClick={onRetry}>
            {t.retry}
          </Button>
        )}
      </FailureDetails>
    </div>
  );
}
