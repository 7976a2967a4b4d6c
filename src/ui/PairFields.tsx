import { Plus, X } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import { Problem } from './Problem.tsx';
import styles from './PairFields.module.css';

export interface Pair {
  readonly name: string;
  readonly value: string;
}

export interface PairFieldsProps {
  readonly legend: string;
  /** Stands before each name, for the eyes. */
  readonly prefix?: string;
  readonly pairs: readonly Pair[];
  readonly onChange: (pairs: readonly Pair[]) => void;
  /** What is wrong with a row, by its place. */
  readonly problems?: ReadonlyMap<number, string> | undefined;
  /** What is wrong with all of them together. */
  readonly problem?: string | undefined;
  readonly labels: {
    readonly name: (number: string) => string;
    readonly value: (number: string) => string;
    readonly remove: (number: string) => string;
    readonly add: string;
  };
  /** Said under the legend. */
  readonly children?: ReactNode;
}

/** Rows of a name and a value, as many as wanted: metadata, tags. */
export function PairFields({ legend, prefix, pairs, onChange, problems, problem, labels, children }: PairFieldsProps) {
  const id = useId();
  const changeRow = (index: number, part: Partial<Pair>): void =>
    onChange(pairs.map((row, at) => (at === index ? Object.assign({}, row, part) : row)));
  return (
    <fieldset className={styles.pairs}>
      <legend>{legend}</legend>
      {children}
      {pairs.map((row, index) => {
        const wrong = problems?.get(index);
        const number = String(index + 1);
        return (
          // oxlint-disable-next-line react/no-array-index-key -- rows have no other identity, and hold no state
          <div key={index} className={styles.row} data-prefixed={prefix !== undefined}>
            {prefix !== undefined && (
              <span className={styles.prefix} aria-hidden>
                {prefix}
              </span>
            )}
            <input
              aria-label={labels.name(number)}
              aria-invalid={wrong !== undefined}
              aria-describedby={wrong === undefined ? undefined : `${id}-${index}`}
              autoComplete="off"
              spellCheck={false}
              value={row.name}
              onChange={(event) => changeRow(index, { name: event.target.value })}
            />
            <input
              aria-label={labels.value(number)}
              autoComplete="off"
              value={row.value}
              onChange={(event) => changeRow(index, { value: event.target.value })}
            />
            <IconButton
              label={labels.remove(number)}
              icon={<X size={15} />}
              size="small"
              onClick={() => onChange(pairs.filter((_, at) => at !== index))}
            />
            {wrong !== undefined && (
              <Problem id={`${id}-${index}`} className={styles.problem}>
                {wrong}
              </Problem>
            )}
          </div>
        );
      })}
      {problem !== undefined && <Problem className={styles.problem}>{problem}</Problem>}
      <Button size="small" icon={<Plus size={15} />} onClick={() => onChange([...pairs, { name: '', value: '' }])}>
        {labels.add}
      </Button>
    </fieldset>
  );
}
