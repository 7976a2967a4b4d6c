import { useId } from 'react';
import { useLateText } from '#text/useLateText.ts';
import styles from './KeepChoice.module.css';

export interface KeepChoiceProps {
  /** What it is about, for screen readers. */
  readonly label: string;
  readonly keeps: boolean;
  readonly onChoose: (keeps: boolean) => void;
}

/** Of many objects: whether what they have besides stays. */
export function KeepChoice({ label, keeps, onChoose }: KeepChoiceProps) {
  const { t } = useLateText();
  const name = useId();
  const choices = [
    { value: true, words: t.keepOthers },
    { value: false, words: t.replaceOthers },
  ];
  return (
    <div role="radiogroup" aria-label={label} className={styles.choices}>
      {choices.map(({ value, words }) => (
        <label key={words}>
          <input type="radio" name={name} checked={keeps === value} onChange={() => onChoose(value)} />
          {words}
        </label>
      ))}
    </div>
  );
}
