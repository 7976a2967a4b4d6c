import { Copy } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLateText } from '#text/useLateText.ts';
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
  /** Beside the heading: what can be done with the facts. */
  readonly children?: ReactNode;
}

/** Facts with a heading, each with a button that copies its value. */
export function FactList({ title, facts, ifEmpty, children }: FactListProps) {
  const { t } = useLateText();
  const announce = useAnnounce();
  if (facts.length === 0 && ifEmpty === undefined && children === undefined) return null;
  return (
    <section className={styles.facts}>
      <div className={styles.head}>
        <h3>{title}</h3>
        {children}
      </div>
      {facts.length === 0 && <p className={styles.empty}>{ifEmpty}</p>}
      <dl>
        {facts.map(([name, value, look]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd data-look={look}>
              <bdi>
                {revealHidden(value)
                  .map((piece) => piece.text)
                  .join('')}
              </bdi>
            </dd>
            <dd className={styles.copy}>
              <IconButton
                size="small"
                label={t.copyFact(name)}
                icon={<Copy size={14} />}
                onClick={() => void copyText(value).then((worked) => announce(worked ? t.copied : t.copyFailed))}
              />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
