import { useSuspenseQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ExaminationTools, SetUp } from '#diagnosis/SetUp.ts';
import { loadSetUpText } from '#text/loadSetUpText.ts';
import { useText } from '#text/useText.ts';
import { useAnnounce } from '#ui/useAnnounce.ts';
import { CheckProgress } from './CheckProgress.tsx';
import { CheckSummary } from './CheckSummary.tsx';
import { FindingRow } from './FindingRow.tsx';
import { orderFindings } from './orderFindings.ts';
import { ReportButtons } from './ReportButtons.tsx';
import styles from './SetUpCheck.module.css';
import { useExamination } from './useExamination.ts';

export interface SetUpCheckProps {
  readonly setUp: SetUp;
  readonly tools: Omit<ExaminationTools, 'signal'>;
  /** Back to where the person came from. */
  readonly backHref: string;
  /** What examines, for the report: the browser's name. */
  readonly examinedBy: string;
}

/** What this deployment needs and whether it has it: a checklist, with what to paste where something is missing. */
export function SetUpCheck({ setUp, tools, backHref, examinedBy }: SetUpCheckProps) {
  const text = useText();
  const { data: words } = useSuspenseQuery({
    queryKey: ['setUpText', text.language],
    queryFn: () => loadSetUpText(text),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { t } = words;
  const { state, runAgain, stop } = useExamination(setUp, tools);
  const announce = useAnnounce();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const findings = state.phase === 'running' ? state.findings : orderFindings(state.findings);
  const bad = findings.filter(({ severity }) => severity === 'bad').length;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  const verdict = bad > 0 ? t.problems(bad) : warnings > 0 ? t.warnings(warnings) : t.healthy;
  const said = state.phase === 'running' ? t.running : state.phase === 'stopped' ? t.stopped : verdict;
  useEffect(() => announce(said), [announce, said]);

  return (
    <div className={styles.page}>
      <div className={styles.column}>
        <a className={styles.back} href={backHref}>
          <ArrowLeft size={16} aria-hidden />
          {t.backToFiles}
        </a>
        <h1 className={styles.title} ref={heading} tabIndex={-1}>
          {t.title}
        </h1>
        <p className={styles.intro}>{t.intro(setUp.connection.label)}</p>
        <CheckSummary
          words={words}
          title={said}
          look={state.phase !== 'done' ? 'unknown' : bad > 0 ? 'bad' : warnings > 0 ? 'warning' : 'good'}
          advice={bad > 0 ? t.problemsAdvice : warnings > 0 ? t.warningsAdvice : t.healthyAdvice}
          isRunning={state.phase === 'running'}
          isEnded={state.phase === 'done'}
          onRunAgain={runAgain}
          onStop={stop}
        />
        {state.phase === 'running' ? (
          <CheckProgress words={words} at={state.at} findings={findings} access={setUp.connection.access} />
        ) : (
          <ul className={styles.findings}>
            {findings.map((finding) => (
              <FindingRow key={`${finding.check} ${finding.code}`} {...{ finding, setUp, words }} />
            ))}
          </ul>
        )}
        {state.phase === 'done' && (
          <ReportButtons
            words={words}
            setUp={setUp}
            examination={state.examination}
            facts={{ at: state.endedAt.toISOString(), by: examinedBy }}
          />
        )}
      </div>
    </div>
  );
}
