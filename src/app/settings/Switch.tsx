import { useId } from 'react';
import styles from './SettingsDialog.module.css';

export interface SwitchProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly isOn: boolean;
  readonly isOff?: boolean;
  readonly onTurn: (isOn: boolean) => void;
}

/** Yes or no, in force at once. */
export function Switch({ label, hint, isOn, isOff = false, onTurn }: SwitchProps) {
  const id = useId();
  return (
    <div className={styles.switch}>
      <label>
        <input
          type="checkbox"
          checked={isOn}
          disabled={isOff}
          aria-describedby={hint === undefined ? undefined : id}
          onChange={(event) => onTurn(event.target.checked)}
        />
        {label}
      </label>
      {hint !== undefined && (
        <p id={id} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
