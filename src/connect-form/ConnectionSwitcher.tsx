import type { Connection } from '#config/DeploymentConfig.ts';
import { useText } from '#text/useText.ts';
import styles from './ConnectionSwitcher.module.css';

export interface ConnectionSwitcherProps {
  readonly connections: readonly Connection[];
  readonly currentId: string;
  readonly onSwitch: (connectionId: string) => void;
}

/** Which bucket. Says nothing when there is only one: the breadcrumb names it. */
export function ConnectionSwitcher({ connections, currentId, onSwitch }: ConnectionSwitcherProps) {
  const { t } = useText();
  if (connections.length < 2) return null;
  return (
    <select
      className={styles.switcher}
      aria-label={t.connection}
      value={currentId}
      onChange={(event) => onSwitch(event.target.value)}
    >
      {connections.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </select>
  );
}
