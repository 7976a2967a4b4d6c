import { useId, useState, type FormEvent } from 'react';
import { useText } from '#text/useText.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useSpokenProblem } from '#ui/useSpokenProblem.ts';
import { daysOf, daysText, megabytesOf, sizeText, type RangeEnds } from './rangeEnds.ts';
import styles from './RangeDialog.module.css';
import { useFilterWords } from './useFilterWords.ts';

export interface RangeDialogProps {
  readonly kind: 'size' | 'date';
  /** In the words of `FilterChoice`. */
  readonly range: string | undefined;
  /** Undefined: no limit at either end. */
  readonly onApply: (range: string | undefined) => void;
  readonly onClose: () => void;
}

/** Asks for both ends of a range of sizes or days; one may stay open. */
export function RangeDialog({ kind, range, onApply, onClose }: RangeDialogProps) {
  const { t } = useText();
  const words = useFilterWords();
  const id = useId();
  const isSize = kind === 'size';
  const [ends, setEnds] = useState<RangeEnds>(() => (isSize ? megabytesOf(range) : daysOf(range)));
  const [problem, setProblem] = useState<'from' | 'to' | 'order'>();

  function apply(event: FormEvent): void {
    event.preventDefault();
    const read = isSize ? sizeText(ends) : daysText(ends);
    if (read.problem === undefined) onApply(read.range);
    else setProblem(read.problem);
  }

  function field(end: 'from' | 'to', label: string) {
    const isWrong = problem === end || (problem === 'order' && end === 'to');
    return (
      <div className={styles.field}>
        <label htmlFor={`${id}-${end}`}>{label}</label>
        <input
          id={`${id}-${end}`}
          type={isSize ? 'text' : 'date'}
          inputMode={isSize ? 'decimal' : undefined}
          autoComplete="off"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the first field of a dialog the person just opened
          autoFocus={end === 'from'}
          value={ends[end]}
          aria-invalid={isWrong}
          aria-describedby={`${id}-said`}
          onChange={(event) => {
            setProblem(undefined);
            setEnds({ ...ends, [end]: event.target.value });
          }}
        />
      </div>
    );
  }

  const said = problem === 'order' ? words.rangeWrong : problem === undefined ? undefined : words.sizeWrong;
  useSpokenProblem(said);
  return (
    <Dialog title={isSize ? words.filterBySize : words.filterByDate} onClose={onClose}>
      <form className={styles.form} noValidate onSubmit={apply}>
        <div className={styles.ends}>
          {field('from', isSize ? words.sizeAtLeast : words.dayFirst)}
          {field('to', isSize ? words.sizeAtMost : words.dayLast)}
        </div>
        <p id={`${id}-said`} className={said === undefined ? styles.hint : styles.problem}>
          {said ?? (isSize ? words.sizeHint : words.daysHint)}
        </p>
        <div className={styles.actions}>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button look="primary" type="submit">
            {words.applyFilter}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
