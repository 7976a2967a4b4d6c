import { useRef, type KeyboardEvent } from 'react';
import { useText } from '#text/useText.ts';
import styles from './PreviewTabs.module.css';

export type PreviewTab = 'preview' | 'details';

export interface PreviewTabsProps {
  readonly value: PreviewTab;
  readonly onChange: (tab: PreviewTab) => void;
}

/** Contents or facts. One tab stop; the arrows change it. */
export function PreviewTabs({ value, onChange }: PreviewTabsProps) {
  const { t } = useText();
  const listRef = useRef<HTMLDivElement>(null);
  const tabs = [
    { tab: 'preview', label: t.tabPreview },
    { tab: 'details', label: t.tabDetails },
  ] as const;

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const next = value === 'preview' ? 'details' : 'preview';
    onChange(next);
    listRef.current?.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus();
  }

  return (
    <div ref={listRef} role="tablist" className={styles.tabs} tabIndex={-1} onKeyDown={onKeyDown}>
      {tabs.map(({ tab, label }) => (
        <button
          key={tab}
          type="button"
          role="tab"
          data-tab={tab}
          aria-selected={tab === value}
          tabIndex={tab === value ? 0 : -1}
          onClick={() => onChange(tab)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
