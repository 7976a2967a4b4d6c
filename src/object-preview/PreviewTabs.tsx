import { useRef, type KeyboardEvent } from 'react';
import { useLateText } from '#text/useLateText.ts';
import { alongText } from '#ui/alongText.ts';
import styles from './PreviewTabs.module.css';

export type PreviewTab = 'preview' | 'details' | 'versions';

export interface PreviewTabsProps {
  readonly value: PreviewTab;
  /** The bucket keeps versions. */
  readonly hasVersions: boolean;
  readonly onChange: (tab: PreviewTab) => void;
}

/** Contents, facts, earlier states. One tab stop; the arrows change it. */
export function PreviewTabs({ value, hasVersions, onChange }: PreviewTabsProps) {
  const { t } = useLateText();
  const listRef = useRef<HTMLDivElement>(null);
  const tabs: readonly { readonly tab: PreviewTab; readonly label: string }[] = [
    { tab: 'preview', label: t.tabPreview },
    { tab: 'details', label: t.tabDetails },
    ...(hasVersions ? [{ tab: 'versions', label: t.tabVersions } as const] : []),
  ];

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const at = tabs.findIndex(({ tab }) => tab === value);
    const step = alongText(event.key) === 'ArrowRight' ? 1 : -1;
    const next = tabs[(at + step + tabs.length) % tabs.length]?.tab ?? 'preview';
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
