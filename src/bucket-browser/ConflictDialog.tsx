import { useState } from 'react';
import { displayName } from '#text/displayName.ts';
import { useText } from '#text/useText.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import styles from './ConflictDialog.module.css';

export type ConflictAnswer = 'replace' | 'keep-both' | 'skip';

export interface Conflict {
  readonly name: string;
  readonly existing: { readonly sizeBytes: number; readonly lastModified: Date };
  readonly incoming: { readonly sizeBytes: number; readonly lastModified: Date };
}

export interface ConflictDialogProps {
  readonly conflict: Conflict;
  /** How many questions follow this one. */
  readonly moreCount: number;
  readonly onAnswer: (answer: ConflictAnswer, applyToAll: boolean) => void;
}

/** A name is taken: the person decides before a byte moves. Closing it is the careful answer, Skip. */
export function ConflictDialog({ conflict, moreCount, onAnswer }: ConflictDialogProps) {
  const { t, formats } = useText();
  const [applyToAll, setApplyToAll] = useState(false);
  const sides = [
    [t.conflictExisting, conflict.existing],
    [t.conflictNew, conflict.incoming],
  ] as const;
  return (
    <Dialog
      title={t.conflictTitle(displayName(conflict.name).text)}
      onClose={() => onAnswer('skip', applyToAll)}
      actions={
        <>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the answer that changes nothing */}
          <Button autoFocus onClick={() => onAnswer('skip', applyToAll)}>
            {t.skip}
          </Button>
          <Button onClick={() => onAnswer('keep-both', applyToAll)}>{t.keepBoth}</Button>
          <Button look="primary" onClick={() => onAnswer('replace', applyToAll)}>
            {t.replace}
          </Button>
        </>
      }
    >
      <p>{t.conflictAdvice}</p>
      <div className={styles.sides}>
        {sides.map(([label, side]) => (
          <div key={label} className={styles.side}>
            <strong>{label}</strong>
            {formats.bytes(side.sizeBytes)}
            <br />
            {formats.dateTime(side.lastModified)}
          </div>
        ))}
      </div>
      <label className={styles.all}>
        <input type="checkbox" checked={applyToAll} onChange={(event) => setApplyToAll(event.target.checked)} />
        {t.applyToAll}
      </label>
      {moreCount > 0 && <p className={styles.left}>{t.conflictsLeft(moreCount)}</p>}
    </Dialog>
  );
}
