import { useState, type ReactNode } from 'react';
import type { Failure } from '#lib/Failure.ts';
import { useText } from '#text/useText.ts';
import { Button, type ButtonProps } from './Button.tsx';
import { CopyButton } from './CopyButton.tsx';
import { failureDetails } from './failureDetails.ts';
import styles from './FailureDetails.module.css';

export interface FailureDetailsProps {
  readonly failure: Failure;
  readonly size?: NonNullable<ButtonProps['size']>;
  /** Buttons that go before `Details`. */
  readonly children?: ReactNode;
}

/** A row of buttons ending in `Details`, which opens the facts support will ask for. */
export function FailureDetails({ failure, size = 'small', children }: FailureDetailsProps) {
  const { t } = useText();
  const [isOpen, setIsOpen] = useState(false);
  const details = failureDetails(failure, t);
  return (
    <>
      <div className={styles.actions}>
        {children}
        <Button look="quiet" size={size} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {t.details}
        </Button>
        {isOpen && (
          <CopyButton
            look="quiet"
            size={size}
            label={t.copyDetails}
            text={details.map(([label, value]) => `${label}: ${value}`).join('\n')}
          />
        )}
      </div>
      {isOpen && (
        <dl className={styles.details}>
          {details.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
