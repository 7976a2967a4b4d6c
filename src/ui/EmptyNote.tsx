import type { ReactNode } from 'react';
import styles from './EmptyNote.module.css';

export interface EmptyNoteProps {
  readonly icon: ReactNode;
  readonly title: string;
  /** What would fill it. */
  readonly advice?: string | undefined;
}

/** In a dialog, where a list has nothing to show. */
export function EmptyNote({ icon, title, advice }: EmptyNoteProps) {
  return (
    <div className={styles.note}>
      {icon}
      <p className={styles.title}>{title}</p>
      {advice !== undefined && <p>{advice}</p>}
    </div>
  );
}
