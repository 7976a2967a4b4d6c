import { FileQuestion } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './ViewProblem.module.css';

export interface ViewProblemProps {
  readonly title: string;
  readonly advice?: string;
  readonly icon?: ReactNode;
  readonly children?: ReactNode;
}

/** Nothing can be shown: why, and what can be done instead. */
export function ViewProblem({ title, advice, icon, children }: ViewProblemProps) {
  return (
    <div className={styles.problem}>
      {icon ?? <FileQuestion size={34} strokeWidth={1.5} aria-hidden />}
      <h3>{title}</h3>
      {advice !== undefined && <p>{advice}</p>}
      {children}
    </div>
  );
}
