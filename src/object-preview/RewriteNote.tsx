import { TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import { useLateText } from '#text/useLateText.ts';
import { Problem } from '#ui/Problem.tsx';
import styles from './RewriteNote.module.css';

export interface RewriteNoteProps {
  readonly isArchived: boolean;
  readonly losesAcl: boolean;
  readonly isAccepted: boolean;
  /** The person wanted to go on without it. */
  readonly isMissed: boolean;
  readonly onAccept: (isAccepted: boolean) => void;
}

/**
 * What changing headers, metadata or class means, before it is done.
 *
 * [Note: A rewrite forgets what it does not repeat] A copy onto itself must say all headers anew, and a page can repeat
 * only those it can read. Which ones the CORS rule hides nobody can tell from here, so the person agrees to it first.
 */
export function RewriteNote({ isArchived, losesAcl, isAccepted, isMissed, onAccept }: RewriteNoteProps) {
  const { t } = useLateText();
  const id = useId();
  return (
    <div className={styles.note}>
      <TriangleAlert size={18} aria-hidden />
      <div className={styles.words}>
        <p>{t.rewriteAdvice}</p>
        {losesAcl && <p>{t.editLosesAcl}</p>}
        {isArchived && <p>{t.archivedEditAdvice}</p>}
        <label className={styles.accept}>
          <input
            type="checkbox"
            checked={isAccepted}
            aria-invalid={isMissed}
            aria-describedby={isMissed ? id : undefined}
            onChange={(event) => onAccept(event.target.checked)}
          />
          {t.acceptLoss}
        </label>
        {isMissed && (
          <Problem id={id} className={styles.problem}>
            {t.acceptLossNeeded}
          </Problem>
        )}
      </div>
    </div>
  );
}
