import { Copy } from 'lucide-react';
import { useText } from '#text/useText.ts';
import { copyText } from '#ui/copyText.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { useAnnounce } from '#ui/useAnnounce.ts';
import { revealHidden } from '#viewers/revealHidden.ts';
import type { Fact } from './describeObject.ts';
import styles from './FactList.module.css';

export interface FactListProps {
  readonly title: string;
  readonly facts: readonly Fact[];
  /** Said instead of an empty list; without it an empty list is not shown. */
  readonly ifEmpty?: string;
}

/** Facts with a heading, each with a button that copies its value. */
export function FactList({ title, facts, ifEmpty }: FactListProps) {
  const { t } = useText();
  const announce = useAnnounce();
  if (facts.length === 0 && ifEmpty === undefined) return null;
  return (
    <section className={styles.facts}>
      <h3>{title}</h3>
      {facts.length === 0 && <p className={styles.empty}>{ifEmpty}</p>}
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>
                {revealHidden(value)
                  .map((piece) => piece.text)
                  .join('')}
              </bdi>
            </dd>
            <IconButton
              size="small"
              label={t.copyFact(name)}
              icon={<Copy size={14} />}
              onClick={() => void copyText(value).then((worked) => announce(worked ? t.copied : t.copyFailed))}
            />
          </div>
        ))}
      </dl>
    </section>
  );
}
