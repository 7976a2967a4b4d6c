import { clsx } from 'clsx';
import { CircleCheck, CircleDashed, CircleX, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { Severity } from '#lib/Finding.ts';
import styles from './SeverityMark.module.css';

const MARKS = { good: CircleCheck, warning: TriangleAlert, bad: CircleX, unknown: CircleDashed } as const;

export interface SeverityMarkProps {
  readonly severity: Severity;
  readonly isRunning?: boolean;
  readonly size?: number;
}

/** A picture of how it stands; its shape says so without its colour. Words beside it say it again. */
export function SeverityMark({ severity, isRunning = false, size = 20 }: SeverityMarkProps) {
  const Mark = isRunning ? LoaderCircle : MARKS[severity];
  return (
    <span className={clsx(styles.mark, isRunning ? styles.running : styles[severity])}>
      <Mark size={size} aria-hidden />
    </span>
  );
}
