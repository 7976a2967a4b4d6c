import { useEffect, useId, useRef, useState } from 'react';
import { sharing as en } from '#text/en/sharing.ts';
import { sharing as zh } from '#text/zh/sharing.ts';
import { useTopic } from '#text/useTopic.ts';
import { ChoicePills } from '#ui/ChoicePills.tsx';
import { DEFAULT_LIFE_SECONDS, lifeChoices } from './lifeChoices.ts';
import { parseHours } from './parseHours.ts';
import styles from './ShareDialog.module.css';

/** Typing is over after this pause: every new life is a new link. */
const TYPING_MS = 600;

/** How long the link should live. Reports seconds, or undefined while hours are being typed or make no sense. */
export function LifeField({ onChange }: { readonly onChange: (seconds: number | undefined) => void }) {
  const words = useTopic({ en, zh });
  const id = useId();
  const [choice, setChoice] = useState<number | 'custom'>(DEFAULT_LIFE_SECONDS);
  const [hours, setHours] = useState('2');
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(typing.current), []);
  function commit(typed: string): void {
    clearTimeout(typing.current);
    onChange(parseHours(typed));
  }
  const isWrong = choice === 'custom' && parseHours(hours) === undefined;
  return (
    <ChoicePills
      legend={words.shareLife}
      value={choice}
      choices={[
        ...lifeChoices(words).map(({ seconds, label }) => [seconds, label] as const),
        ['custom', words.lifeCustom],
      ]}
      onChoose={(next) => {
        setChoice(next);
        if (next === 'custom') return commit(hours);
        clearTimeout(typing.current);
        onChange(next);
      }}
    >
      {choice === 'custom' && (
        <div className={styles.hours}>
          <label htmlFor={`${id}-hours`}>{words.customHours}</label>
          <input
            id={`${id}-hours`}
            inputMode="decimal"
            value={hours}
            aria-invalid={isWrong}
            aria-describedby={`${id}-problem`}
            onChange={(event) => {
              const typed = event.target.value;
              setHours(typed);
              // The link of the life before must not stand under the new one.
              onChange(undefined);
              clearTimeout(typing.current);
              typing.current = setTimeout(() => commit(typed), TYPING_MS);
            }}
            onBlur={() => commit(hours)}
            onKeyDown={(event) => event.key === 'Enter' && commit(hours)}
          />
          <span id={`${id}-problem`} className={styles.problem}>
            {isWrong && words.customHoursInvalid}
          </span>
        </div>
      )}
    </ChoicePills>
  );
}
