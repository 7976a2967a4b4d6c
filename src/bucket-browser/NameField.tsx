import { useId, useRef } from 'react';
import styles from './NewFolderDialog.module.css';

export interface NameFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong with it, in words. */
  readonly problem: string | undefined;
  /** Chosen from the start, so that typing replaces it: this many characters. */
  readonly chosenLength?: number;
}

/** The one field of a dialog that asks for a name. */
export function NameField({ label, value, onChange, problem, chosenLength = 0 }: NameFieldProps) {
  const id = useId();
  const hasChosen = useRef(false);
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the only field of a dialog the person just opened
        autoFocus
        autoComplete="off"
        value={value}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-problem`}
        onFocus={(event) => {
          // Only at the start: who comes back later has put the cursor somewhere.
          if (!hasChosen.current && chosenLength > 0) event.target.setSelectionRange(0, chosenLength);
          hasChosen.current = true;
        }}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-problem`} className={styles.problem}>
        {problem}
      </p>
    </>
  );
}
