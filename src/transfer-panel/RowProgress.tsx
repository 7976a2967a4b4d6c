import { Check } from 'lucide-react';
import { ObjectName } from '#ui/ObjectName.tsx';
import { ProgressBar } from '#ui/ProgressBar.tsx';
import type { RowStatus } from './RowStatus.ts';
import styles from './TransferRow.module.css';

export interface RowProgressProps {
  /** As it is stored; shown with its odd characters marked. */
  readonly fullName: string;
  /** As it is spoken. */
  readonly name: string;
  readonly status: RowStatus;
  readonly isOver: boolean;
}

/** The middle of a row of the dock: its name, how it is, and the bar while it is under way. */
export function RowProgress({ fullName, name, status, isOver }: RowProgressProps) {
  return (
    <div className={styles.main}>
      <ObjectName name={fullName} />
      <div className={styles.status} data-tone={status.tone}>
        {status.tone === 'good' && <Check size={14} aria-hidden />}
        <span>{status.label}</span>
        {status.facts.length > 0 && <span className={styles.facts}>{status.facts.join(' · ')}</span>}
      </div>
      {!isOver && (
        <ProgressBar
          label={name}
          fraction={status.fraction}
          valueText={status.valueText}
          tone={status.tone === 'still' ? 'still' : 'moving'}
        />
      )}
    </div>
  );
}
