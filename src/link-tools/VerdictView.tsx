import { clsx } from 'clsx';
import { CircleCheck, CircleHelp, CircleX } from 'lucide-react';
import type { LinkAnswer, LinkVerdict } from '#links/explainAnswer.ts';
import { linkInspector as en } from '#text/en/linkInspector.ts';
import { useTopic } from '#text/useTopic.ts';
import { linkInspector as zh } from '#text/zh/linkInspector.ts';
import styles from './VerdictView.module.css';

export interface VerdictViewProps {
  readonly verdict: LinkVerdict;
  readonly answer: LinkAnswer;
}

const GOOD: ReadonlySet<LinkVerdict['code']> = new Set(['Works', 'WorksAsDownload', 'OpenToAll']);
const UNSURE: ReadonlySet<LinkVerdict['code']> = new Set(['CorsHides', 'NotForReading', 'NotAsked']);

/** Without an answer these depend on how old the bucket is. */
const GUESSED: ReadonlySet<LinkVerdict['code']> = new Set(['PathStyle', 'AppForbidden']);

/** One sentence of what is so, one of why and what to do, and what the bucket said itself. */
export function VerdictView({ verdict: { code, basis }, answer }: VerdictViewProps) {
  const words = useTopic({ en, zh });
  const [title, advice] = words.verdicts[code];
  const tone = GOOD.has(code)
    ? 'good'
    : UNSURE.has(code) || (basis === 'foreseen' && GUESSED.has(code))
      ? 'unsure'
      : 'bad';
  const Icon = { good: CircleCheck, unsure: CircleHelp, bad: CircleX }[tone];
  const isRefused = answer.type === 'answered' && answer.code !== undefined && answer.code !== '' && tone === 'bad';
  return (
    <div className={clsx(styles.verdict, styles[tone])}>
      <Icon size={20} aria-hidden />
      <div>
        <h3>{title}</h3>
        <p>{advice}</p>
        {answer.type === 'answered' && answer.worksAt !== undefined && (
          <p>
            <bdi>{words.worksAt(answer.worksAt)}</bdi>
          </p>
        )}
        {basis === 'foreseen' && <p className={styles.small}>{words.foreseen}</p>}
        {isRefused && (
          <p className={styles.small}>
            <bdi>{words.answerDetails(answer.code ?? '', answer.message ?? '')}</bdi>
          </p>
        )}
      </div>
    </div>
  );
}
