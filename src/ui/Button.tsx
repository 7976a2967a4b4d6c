import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import styles from './Button.module.css';
import { explainable } from './explainable.ts';

export interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly size?: 'medium' | 'small';
  readonly icon?: ReactNode;
}

/** A native button in one of our looks. One that is off for a reason (`title`) keeps its tab stop, so that all can read it. */
export function Button({ look = 'secondary', size = 'medium', icon, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...explainable(rest)}
      className={clsx(styles.button, styles[look], size === 'small' && styles.small, className)}
    >
      {icon}
      {children}
    </button>
  );
}
