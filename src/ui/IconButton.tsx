import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import styles from './Button.module.css';
import { explainable } from './explainable.ts';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'children'> {
  /** Its accessible name, also shown as a hint on hover. */
  readonly label: string;
  /** A shorter or longer hint, where the name is not the best one (a reason why it is off). */
  readonly hint?: string | undefined;
  readonly icon: ReactNode;
  readonly size?: 'medium' | 'small';
}

/** A button that shows only a picture and says its name. */
export function IconButton({ label, hint, icon, size = 'medium', className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={hint ?? label}
      {...(hint === undefined ? rest : explainable({ ...rest, title: hint }))}
      className={clsx(styles.button, styles.quiet, styles.icon, size === 'small' && styles.small, className)}
    >
      {icon}
    </button>
  );
}
