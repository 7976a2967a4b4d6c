import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

export interface EmptyStateProps {
  readonly picture: ReactNode;
  readonly title: string;
  readonly advice: string;
  /** What to do about it. */
  readonly children?: ReactNode;
}

/** A place with nothing in it, and the way to change that. */
export function EmptyState({ picture, title, advice, children }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <span className={styles.picture}>{picture}</span>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.advice}>{advice}</p>
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </div>
  );
}
