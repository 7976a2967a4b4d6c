import styles from './ProgressBar.module.css';

export interface ProgressBarProps {
  readonly label: string;
  /** 0 to 1. */
  readonly fraction: number;
  /** The same in words. */
  readonly valueText: string;
  readonly tone?: 'moving' | 'still' | 'bad';
}

/** A bar that a screen reader hears in words. */
export function ProgressBar({ label, fraction, valueText, tone = 'moving' }: ProgressBarProps) {
  const percent = Math.floor(Math.min(1, Math.max(0, fraction)) * 100);
  return (
    <progress
      className={styles.bar}
      data-tone={tone}
      aria-label={label}
      aria-valuetext={valueText}
      max={100}
      value={percent}
    />
  );
}
