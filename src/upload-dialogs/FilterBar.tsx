import styles from './FilterBar.module.css';

export interface FilterBarProps<Id extends string> {
  /** What is filtered. */
  readonly label: string;
  /** Nothing is drawn when there is nothing to choose. */
  readonly choices: readonly { readonly id: Id; readonly label: string; readonly count: string }[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
}

/** Which rows are shown: one of a few, each with its number of rows. */
export function FilterBar<Id extends string>({ label, choices, chosen, onChoose }: FilterBarProps<Id>) {
  if (choices.length === 0) return null;
  return (
    <fieldset aria-label={label} className={styles.bar}>
      {choices.map((choice) => (
        <button
          key={choice.id}
          type="button"
          className={styles.choice}
          aria-pressed={choice.id === chosen}
          onClick={() => onChoose(choice.id)}
        >
          {choice.label} <span className={styles.count}>{choice.count}</span>
        </button>
      ))}
    </fieldset>
  );
}
