import { clsx } from 'clsx';
import { CircleStop, RotateCw } from 'lucide-react';
import type { Severity } from '#lib/Finding.ts';
import type { SetUpText } from '#text/SetUpText.ts';
import { Button } from '#ui/Button.tsx';
import styles from './CheckSummary.module.css';
import { SeverityMark } from './SeverityMark.tsx';

export interface CheckSummaryProps {
  readonly words: SetUpText;
  readonly title: string;
  readonly advice: string;
  readonly look: Severity;
  readonly isRunning: boolean;
  /** It has come to its end, so there is a verdict to explain. */
  readonly isEnded: boolean;
  readonly onRunAgain: () => void;
  readonly onStop: () => void;
}

/** The verdict in a sentence, and the button to ask again. One button, so that the keyboard stays where it is. */
export function CheckSummary(props: CheckSummaryProps) {
  const { words, title, advice, look, isRunning, isEnded, onRunAgain, onStop } = props;
  const { t } = words;
  return (
    <div className={clsx(styles.summary, styles[look])}>
      <SeverityMark severity={look} isRunning={isRunning} size={26} />
      <div className={styles.words}>
        <h2>{title}</h2>
        {isEnded && <p>{advice}</p>}
      </div>
      <Button
        look={isRunning ? 'secondary' : 'primary'}
        icon={isRunning ? <CircleStop size={16} /> : <RotateCw size={16} />}
        onClick={isRunning ? onStop : onRunAgain}
      >
        {isRunning ? t.stop : t.runAgain}
      </Button>
    </div>
  );
}
