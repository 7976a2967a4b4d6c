import { useId } from 'react';
import styles from './ChoiceCards.module.css';

export interface ChoiceCard<Value extends string> {
  readonly value: Value;
  readonly words: string;
  /** What choosing it means. */
  readonly hint: string;
  readonly isOff?: boolean;
}

export interface ChoiceCardsProps<Value extends string> {
  readonly legend: string;
  /** Where the heading above says the same. */
  readonly isLegendHidden?: boolean;
  readonly value: Value | undefined;
  readonly choices: readonly ChoiceCard<Value>[];
  readonly onChoose: (value: Value) => void;
}

/** One of a few, each with a line that says what it means. */
export function ChoiceCards<Value extends string>(props: ChoiceCardsProps<Value>) {
  const { legend, isLegendHidden = false, value: chosen, choices, onChoose } = props;
  const id = useId();
  return (
    <fieldset className={styles.cards}>
      <legend className={isLegendHidden ? 'visually-hidden' : undefined}>{legend}</legend>
      {choices.map(({ value, words, hint, isOff = false }) => (
        <label key={value} className={styles.card}>
          <input
            type="radio"
            name={id}
            aria-labelledby={`${id}-${value}`}
            aria-describedby={`${id}-${value}-hint`}
            checked={chosen === value}
            disabled={isOff}
            onChange={() => onChoose(value)}
          />
          <span>
            <span id={`${id}-${value}`}>{words}</span>
            <small id={`${id}-${value}-hint`}>{hint}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
