import { useState, type ReactNode } from 'react';
import { useText } from '#text/useText.ts';
import { Button, type ButtonProps } from './Button.tsx';
import { CopyButton } from './CopyButton.tsx';
import styles from './Details.module.css';

export interface DetailsProps {
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** Of the button, where `Details` alone would not say of what. */
  readonly label?: string;
  readonly size?: NonNullable<ButtonProps['size']>;
  /** Buttons that go before `Details`. */
  readonly children?: ReactNode;
}

/** A row of buttons ending in `Details`, which opens facts that can be copied. */
export function Details({ facts, label, size = 'small', children }: DetailsProps) {
  const { t } = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <div className={styles.actions}>
        {children}
        <Button look="quiet" size={size} aria-label={label} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {t.details}
        </Button>
        {isOpen && (
          <CopyButton
            look="quiet"
            size={size}
            label={t.copyDetails}
            text={facts.map(([name, value]) => `${name}: ${value}`).join('\n')}
          />
        )}
      </div>
      {isOpen && (
        <dl className={styles.details}>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
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
