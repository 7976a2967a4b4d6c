import { useId, useState } from 'react';
import { useText } from '#text/useText.ts';
import { DEFAULT_LIFE_SECONDS, lifeChoices } from './lifeChoices.ts';
import { parseHours } from './parseHours.ts';
import styles from './ShareDialog.module.css';

/** How long the link should live. Reports seconds, or undefined while typed hours make no sense. */
export function LifeField({ onChange }: { readonly onChange: (seconds: number | undefined) => void }) {
  const { t } = useText();
  const id = useId();
  const [choice, setChoice] = useState<number | 'custom'>(DEFAULT_LIFE_SECONDS);
  const [hours, setHours] = useState('2');
  const isWrong = choice === 'custom' && parseHours(hours) === undefined;
  return (
    <fieldset className={styles.group}>
      <legend>{t.shareLife}</legend>
      <div className={styles.choices}>
        {lifeChoices(t).map(({ seconds, label }) => (
          <label key={seconds} className={styles.choice}>
            <input
              type="radio"
              name={id}
              checked={choice === seconds}
              onChange={() => {
                setChoice(seconds);
                onChange(seconds);
              }}
            />
            {label}
          </label>
        ))}
        <label className={styles.choice}>
          <input
            type="radio"
            name={id}
            checked={choice === 'custom'}
            onChange={() => {
              setChoice('custom');
              onChange(parseHours(hours));
            }}
          />
          {t.lifeCustom}
        </label>
      </div>
      {choice === 'custom' && (
        <div className={styles.hours}>
          <label htmlFor={`${id}-hours`}>{t.customHours}</label>
          <input
            id={`${id}-hours`}
            inputMode="decimal"
            value={hours}
            aria-invalid={isWrong}
            aria-describedby={`${id}-problem`}
            onChange={(event) => setHours(event.target.value)}
            // Only when the typing is over: every new life is a new link.
            onBlur={() => onChange(parseHours(hours))}
            onKeyDown={(event) => event.key === 'Enter' && onChange(parseHours(hours))}
          />
          <span id={`${id}-problem`} className={styles.problem}>
            {isWrong && t.customHoursInvalid}
          </span>
        </div>
      )}
    </fieldset>
  );
}
