import { clsx } from 'clsx';
import { remediesFor } from '#diagnosis/remediesFor.ts';
import type { SetUp } from '#diagnosis/SetUp.ts';
import type { Finding } from '#lib/Finding.ts';
import type { SetUpText } from '#text/SetUpText.ts';
import { FailureDetails } from '#ui/FailureDetails.tsx';
import styles from './FindingRow.module.css';
import { RemedyView } from './RemedyView.tsx';
import { SeverityMark } from './SeverityMark.tsx';

export interface FindingRowProps {
  readonly finding: Finding;
  readonly setUp: SetUp;
  readonly words: SetUpText;
}

/** One finding: how it stands, what that means, and what to paste. What is in order stays small. */
export function FindingRow({ finding, setUp, words }: FindingRowProps) {
  const { severity, check, failure } = finding;
  const { title, advice } = words.finding(finding);
  const remedies = remediesFor(finding, setUp);
  return (
    <li className={clsx(styles.finding, styles[severity])}>
      <SeverityMark severity={severity} />
      <div className={styles.words}>
        <p className={styles.check}>
          {words.checks[check]}
          <span className={styles.severity}>{words.t[severity]}</span>
        </p>
        <h3 className={styles.title}>{title}</h3>
        {advice !== '' && <p className={styles.advice}>{advice}</p>}
        {failure !== undefined && <FailureDetails failure={failure} isAtSetUp />}
        {remedies.map((remedy, index) => (
          <RemedyView key={remedy.kind} {...{ remedy, words }} isOpen={index === 0} />
        ))}
      </div>
    </li>
  );
}
