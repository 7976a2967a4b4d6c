import { useId } from 'react';
import { sharePages as en } from '#text/en/sharePages.ts';
import { useTopic } from '#text/useTopic.ts';
import { sharePages as zh } from '#text/zh/sharePages.ts';
import styles from './ShareDialog.module.css';

/** What many objects are handed out as. */
export type HandOut = 'list' | 'page';

export interface SharePageChoiceProps {
  readonly value: HandOut;
  readonly onChange: (value: HandOut) => void;
}

/** A link to each, or one to a page with all of them. */
export function SharePageChoice({ value, onChange }: SharePageChoiceProps) {
  const words = useTopic({ en, zh });
  const id = useId();
  const choices: readonly (readonly [HandOut, string])[] = [
    ['list', words.asList],
    ['page', words.asPage],
  ];
  return (
    <fieldset className={styles.group}>
      <legend>{words.handOut}</legend>
      <div className={styles.choices}>
        {choices.map(([handOut, label]) => (
          <label key={handOut} className={styles.choice}>
            <input type="radio" name={id} checked={value === handOut} onChange={() => onChange(handOut)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
