import type { Remedy } from '#diagnosis/remediesFor.ts';
import type { SetUpText } from '#text/SetUpText.ts';
import { CopyButton } from '#ui/CopyButton.tsx';
import styles from './RemedyView.module.css';

export interface RemedyViewProps {
  readonly remedy: Remedy;
  readonly words: SetUpText;
  /** Unfolded from the start. */
  readonly isOpen: boolean;
}

/** Something to paste, where it goes, and the button that copies it. */
export function RemedyView({ remedy, words, isOpen }: RemedyViewProps) {
  const { title, how } = words.remedies[remedy.kind];
  return (
    <details className={styles.remedy} open={isOpen}>
      <summary className={styles.title}>{title}</summary>
      <div className={styles.body}>
        <p className={styles.how}>{how}</p>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by the keyboard */}
        <section className={styles.text} tabIndex={0} aria-label={title}>
          <pre>{remedy.text}</pre>
        </section>
        <div className={styles.copy}>
          <CopyButton size="small" text={remedy.text} label={words.t.copyOne(title)} />
        </div>
      </div>
    </details>
  );
}
