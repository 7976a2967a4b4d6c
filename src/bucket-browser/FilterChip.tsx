import { clsx } from 'clsx';
import { ChevronDown, X } from 'lucide-react';
import { Suspense, useRef, useState } from 'react';
import type { MenuGroup } from '#ui/ActionMenu.tsx';
import { lazyPart } from '#ui/lazyPart.tsx';
import styles from './FilterBar.module.css';
import { useFilterWords } from './useFilterWords.ts';

const ActionMenu = lazyPart(async () => (await import('#ui/ActionMenu.tsx')).ActionMenu);

export interface FilterChipProps {
  /** What it filters by. */
  readonly label: string;
  /** What is let through, in words; undefined: everything. */
  readonly value: string | undefined;
  readonly menu: () => readonly MenuGroup[];
  readonly onClear: () => void;
}

/** One filter: a button that opens its choices and says the one in force, and another that lifts it. */
export function FilterChip({ label, value, menu, onClear }: FilterChipProps) {
  const words = useFilterWords();
  const buttonRef = useRef<HTMLButtonElement>(null);
  const [anchor, setAnchor] = useState<HTMLElement>();
  const isOn = value !== undefined;
  return (
    <span className={clsx(styles.chip, isOn && styles.on)}>
      <button
        ref={buttonRef}
        type="button"
        className={styles.choose}
        aria-label={isOn ? words.filterChosen(label, value) : label}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <span className={styles.value}>{value ?? label}</span>
        <ChevronDown size={14} aria-hidden />
      </button>
      {isOn && (
        <button
          type="button"
          className={styles.clear}
          aria-label={words.clearFilter(label)}
          title={words.clearFilter(label)}
          onClick={() => {
            // This button goes away; the keyboard stays with the filter.
            buttonRef.current?.focus();
            onClear();
          }}
        >
          <X size={14} aria-hidden />
        </button>
      )}
      {anchor !== undefined && (
        <Suspense>
          <ActionMenu label={label} anchor={anchor} groups={menu()} onClose={() => setAnchor(undefined)} />
        </Suspense>
      )}
    </span>
  );
}
