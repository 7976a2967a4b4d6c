import { clsx } from 'clsx';
import type { Connection } from '#config/DeploymentConfig.ts';
import { CHECKS, type CheckName, type Finding } from '#lib/Finding.ts';
import type { SetUpText } from '#text/SetUpText.ts';
import { ProgressBar } from '#ui/ProgressBar.tsx';
import styles from './CheckProgress.module.css';
import { SeverityMark } from './SeverityMark.tsx';

export interface CheckProgressProps {
  readonly words: SetUpText;
  readonly at: CheckName | undefined;
  readonly findings: readonly Finding[];
  readonly access: Connection['access'];
}

/** What has been looked at, what is being looked at, and what is still to come. Nothing moves while it runs. */
export function CheckProgress({ words, at, findings, access }: CheckProgressProps) {
  const { t, checks } = words;
  const shown = CHECKS.filter((check) => access === 'credentials' || check !== 'keys');
  const done = shown.filter((check) => findings.some((finding) => finding.check === check)).length;
  return (
    <>
      <ProgressBar
        label={t.title}
        fraction={done / shown.length}
        valueText={at === undefined ? t.running : t.runningAt(checks[at])}
      />
      <ul className={styles.list}>
        {shown.map((check) => {
          const finding = worst(findings.filter((each) => each.check === check));
          const isRunning = finding === undefined && check === at;
          return (
            <li key={check} className={clsx(styles.check, finding === undefined && !isRunning && styles.waiting)}>
              <SeverityMark severity={finding?.severity ?? 'unknown'} isRunning={isRunning} />
              <span className={styles.name}>{checks[check]}</span>
              <span className={styles.said}>
                {finding === undefined ? (isRunning ? t.running : t.waiting) : words.finding(finding).title}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function worst(findings: readonly Finding[]): Finding | undefined {
  return findings.find(({ severity }) => severity === 'bad') ?? findings[0];
}
