import { ChevronDown, Database } from 'lucide-react';
import type { Connection } from '#config/DeploymentConfig.ts';
import { useText } from '#text/useText.ts';
import { Button } from '#ui/Button.tsx';
import styles from './ConnectionSwitcher.module.css';

export interface ConnectionSwitcherProps {
  /** Undefined where the address names none that exists. */
  readonly current: Connection | undefined;
  readonly isOpen: boolean;
  readonly onOpen: (anchor: HTMLElement) => void;
}

/** Which bucket this is; opens the list of all. */
export function ConnectionSwitcher({ current, isOpen, onOpen }: ConnectionSwitcherProps) {
  const { t } = useText();
  const label = current?.label ?? '';
  return (
    <Button
      className={styles.switcher}
      aria-label={label === '' ? t.connection : `${t.connection}: ${label}`}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      onClick={(event) => onOpen(event.currentTarget)}
    >
      <Database size={15} aria-hidden />
      <span className={styles.label}>{label === '' ? t.connection : label}</span>
      <ChevronDown size={15} aria-hidden />
    </Button>
  );
}
