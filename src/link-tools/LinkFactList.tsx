import type { LinkAnswer } from '#links/explainAnswer.ts';
import type { LinkFacts } from '#links/LinkFacts.ts';
import { linkInspector as en } from '#text/en/linkInspector.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import { linkInspector as zh } from '#text/zh/linkInspector.ts';
import { CopyButton } from '#ui/CopyButton.tsx';
import { linkFactRows } from './linkFactRows.ts';
import styles from './LinkFactList.module.css';

export interface LinkFactListProps {
  readonly facts: LinkFacts;
  readonly answer: LinkAnswer;
}

/** Everything a link says about itself; the signature and the token are not repeated. */
export function LinkFactList({ facts, answer }: LinkFactListProps) {
  const { t, formats } = useText();
  const words = useTopic({ en, zh });
  const rows = linkFactRows(facts, answer, words, formats);
  return (
    <section aria-label={words.facts}>
      <dl className={styles.facts}>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <CopyButton
        size="small"
        label={t.copyDetails}
        text={rows.map(([label, value]) => `${label}: ${value}`).join('\n')}
      />
    </section>
  );
}
