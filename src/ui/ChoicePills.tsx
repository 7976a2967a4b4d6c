import { useId, type ReactNode } from 'react';
import styles from './ChoicePills.module.css';

export interface ChoicePillsProps<Value extends string | number> {
  readonly legend: string;
  readonly value: Value;
  readonly choices: readonly (readonly [value: Value, label: string])[];
  readonly onChoose: (value: Value) => void;
  /** What the choice asks besides. */
  readonly children?: ReactNode;
}

/** One of a few words, side by side. */
export function ChoicePills<Value extends string | number>(props: ChoicePillsProps<Value>) {
  const { legend, value, choices, onChoose, children } = props;
  const id = useId();
  return (
    <fieldset className={styles.group}>
      <legend>{legend}</legend>
      <div className={styles.choices}>
        {choices.map(([choice, label]) => (
          <label key={choice} className={styles.choice}>
            <input type="radio" name={id} checked={choice === value} onChange={() => onChoose(choice)} />
            {label}
          </label>
        ))}
      </div>
      {children}
    </fieldset>
  );
}
