import type { ReactNode } from 'react';
import styles from './ViewSwitch.module.css';

export interface ViewSwitchProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  readonly children: ReactNode;
}

/** Two ways to look at one thing: pressed buttons above, the chosen way below. */
export function ViewSwitch<T extends string>({ label, value, options, onChange, children }: ViewSwitchProps<T>) {
  return (
    <div className={styles.view}>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a <fieldset> is for a form */}
      <div className={styles.bar} role="group" aria-label={label}>
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            aria-pressed={option.value === value}
            onClick={() => onChange(option.value)}
          >
            {option.label}
          </button>
        ))}
      </div>
      <div className={styles.body}>{children}</div>
    </div>
  );
}
