import { clsx } from 'clsx';
import { CircleAlert, RotateCw } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Failure } from '#lib/Failure.ts';
import { useText } from '#text/useText.ts';
import { Button } from './Button.tsx';
import { CopyButton } from './CopyButton.tsx';
import { failureDetails } from './failureDetails.ts';
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
  const [showsDetails, setShowsDetails] = useState(false);
  const { title, advice } = text.failure(failure);
  const details = failureDetails(failure, t);
  const signInUrl = failure.facts?.signInUrl;
  const size = layout === 'page' ? 'medium' : 'small';
  return (
    <div className={clsx(styles.notice, layout === 'page' && styles.page)}>
      {layout === 'page' && (
        <span className={styles.badge}>
          <CircleAlert size={28} aria-hidden />
        </span>
      )}
      {layout === 'page' ? <h2 className={styles.title}>{title}</h2> : <p className={styles.title}>{title}</p>}
      <p className={styles.advice}>{advice}</p>
      {children}
      <div className={styles.actions}>
        {signInUrl !== undefined && (
          <a href={signInUrl} target="_blank" rel="noopener noreferrer">
            {t.signInAgain}
          </a>
        )}
        {onRetry !== undefined && (
          <Button
            look={layout === 'page' ? 'primary' : 'secondary'}
            size={size}
            icon={<RotateCw size={15} />}
            onClick={onRetry}
          >
            {t.retry}
          </Button>
        )}
        <Button look="quiet" size={size} aria-expanded={showsDetails} onClick={() => setShowsDetails(!showsDetails)}>
          {t.details}
        </Button>
        {showsDetails && (
          <CopyButton
            look="quiet"
            size={size}
            label={t.copyDetails}
            text={details.map(([label, value]) => `${label}: ${value}`).join('\n')}
          />
        )}
      </div>
      {showsDetails && (
        <dl className={styles.details}>
          {details.map(([label, value]) => (
            <DetailRow key={label} label={label} value={value} />
          ))}
        </dl>
      )}
    </div>
  );
}

function DetailRow({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <bdi>{value}</bdi>
      </dd>
    </>
  );
}
