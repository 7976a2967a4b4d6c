import { useRef, useState } from 'react';
import { displayName } from '#text/displayName.ts';
import type { LateText } from '#text/LateText.ts';
import { useLateText } from '#text/useLateText.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import type { Conflict, ConflictAnswer, ConflictSubject } from './Conflict.ts';
import { conflictGroups, groupOf, type ConflictGroup } from './conflictGroups.ts';
import { ConflictList } from './ConflictList.tsx';
import styles from './ConflictSheet.module.css';
import { contentsText } from './contentsText.ts';
import { FilterBar } from './FilterBar.tsx';

export interface ConflictSheetProps {
  /** Not decided yet, at least one. Shrinks as answers are given, and may still grow. */
  readonly conflicts: readonly Conflict[];
  readonly subject: ConflictSubject;
  /** More names are still being looked up. */
  readonly isLooking: boolean;
  /** The bucket keeps versions, so COS ignores forbid-overwrite there. */
  readonly keepsVersions: boolean;
  /** `standing`: those that turn up later get the same answer. */
  readonly onAnswer: (ids: ReadonlySet<string>, answer: ConflictAnswer, standing: boolean) => void;
}

/**
 * Names are taken: the person decides before a byte moves, one by one or all at once. The buttons answer for the row
 * that is chosen, or, with `Apply to all`, for every row that is shown. Closing it is the careful answer, Skip.
 */
export function ConflictSheet({ conflicts, subject, isLooking, keepsVersions, onAnswer }: ConflictSheetProps) {
  const { t, formats } = useLateText();
  const skipRef = useRef<HTMLButtonElement>(null);
  const [applyToAll, setApplyToAll] = useState(false);
  const [chosenGroup, setGroup] = useState<ConflictGroup>('all');
  const [chosenId, setChosenId] = useState<string>();

  const groups = conflictGroups(conflicts);
  const group = groups.some((each) => each.group === chosenGroup) ? chosenGroup : 'all';
  const shown = group === 'all' ? conflicts : conflicts.filter((conflict) => groupOf(conflict) === group);
  const index = Math.max(
    0,
    shown.findIndex(({ id }) => id === chosenId),
  );
  const current = shown[index];
  const identical = conflicts.filter(({ contents }) => contents === 'identical');
  const name = displayName(current?.name ?? '').text;
  // A sheet that began with several keeps its shape to the last of them.
  const [isList, setIsList] = useState(false);
  if (!isList && conflicts.length > 1) setIsList(true);
  const groupNames: Readonly<Record<ConflictGroup, string>> = {
    all: t.groupAll,
    different: t.groupDifferent,
    sameSize: t.groupSameSize,
    identical: t.groupIdentical,
  };

  function answer(given: ConflictAnswer): void {
    if (applyToAll) {
      onAnswer(idsOf(shown), given, group === 'all');
    } else if (current) {
      // The next row takes the place of the one that goes.
      setChosenId((shown[index + 1] ?? shown[index - 1])?.id);
      onAnswer(new Set([current.id]), given, false);
    }
  }

  function leaveOutIdentical(): void {
    onAnswer(idsOf(identical), 'skip', false);
    // Its button goes with them.
    skipRef.current?.focus();
  }

  return (
    <Dialog
      title={conflicts.length === 1 ? t.conflictTitle(name) : t.conflictsTitle(conflicts.length)}
      {...(isList ? { width: 'wide' as const } : {})}
      onClose={() => onAnswer(idsOf(conflicts), 'skip', true)}
      actions={
        <>
          {identical.length > 0 && isList && (
            <Button className={styles.leaveOut} onClick={leaveOutIdentical}>
              {t.leaveOutIdentical(identical.length)}
            </Button>
          )}
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the answer that changes nothing */}
          <Button ref={skipRef} autoFocus onClick={() => answer('skip')}>
            {t.skip}
          </Button>
          <Button onClick={() => answer('keep-both')}>{t.keepBoth}</Button>
          <Button look="primary" onClick={() => answer('replace')}>
            {t.replace}
          </Button>
        </>
      }
    >
      <p className={styles.advice}>{adviceOf(subject, isList, t)}</p>
      {isList && (
        <>
          <FilterBar
            label={t.conflictList}
            chosen={group}
            onChoose={setGroup}
            choices={groups.map(({ group: id, count }) => ({
              id,
              label: groupNames[id],
              count: formats.number(count),
            }))}
          />
          <ConflictList conflicts={shown} index={index} onChoose={setChosenId} />
        </>
      )}
      {current && (
        <section className={styles.question} aria-live="polite">
          {isList && <p>{applyToAll ? t.conflictQuestionAll(shown.length) : t.conflictQuestion(name)}</p>}
          {(!isList || !applyToAll) && <Sides conflict={current} subject={subject} />}
        </section>
      )}
      <label className={styles.all}>
        <input type="checkbox" checked={applyToAll} onChange={(event) => setApplyToAll(event.target.checked)} />
        {t.applyToAll}
      </label>
      {isLooking && <p className={styles.note}>{t.conflictsLooking}</p>}
      {keepsVersions && <p className={styles.note}>{t.conflictKeepsVersions}</p>}
    </Dialog>
  );
}

function adviceOf(subject: ConflictSubject, isList: boolean, t: LateText['t']): string {
  if (subject === 'objects') return isList ? t.conflictsAdviceObjects : t.conflictAdviceObject;
  return isList ? t.conflictsAdvice : t.conflictAdvice;
}

function Sides({ conflict, subject }: { readonly conflict: Conflict; readonly subject: ConflictSubject }) {
  const { t, formats } = useLateText();
  const sides = [
    [t.conflictExisting, conflict.existing],
    [subject === 'objects' ? t.conflictComing : t.conflictNew, conflict.incoming],
  ] as const;
  return (
    <>
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
      <p className={styles.note} data-contents={conflict.contents}>
        {contentsText(conflict, t)}
      </p>
    </>
  );
}

function idsOf(conflicts: readonly Conflict[]): ReadonlySet<string> {
  return new Set(conflicts.map(({ id }) => id));
}
