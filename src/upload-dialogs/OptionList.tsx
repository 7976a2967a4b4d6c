/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a virtual list cannot be a <select>: its options are placed one by one */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import styles from './OptionList.module.css';

export interface OptionListProps {
  readonly label: string;
  readonly count: number;
  /** The chosen option. */
  readonly index: number;
  readonly onChoose: (index: number) => void;
  readonly render: (index: number) => ReactNode;
  /** Accessible name of an option. */
  readonly nameOf: (index: number) => string;
}

const ROW_PX = 50;
const PAGE_ROWS = 6;

/** A listbox of any length: one tab stop, one chosen option, only the options in sight are in the page. */
export function OptionList({ label, count, index, onChoose, render, nameOf }: OptionListProps) {
  const id = useId();
  const scrollerRef = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- the React Compiler is off; see vite.config.ts
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scrollerRef.current,
    estimateSize: () => ROW_PX,
    overscan: 6,
    initialRect: { width: 0, height: 5 * ROW_PX },
  });
  useEffect(() => {
    if (index < count) virtualizer.scrollToIndex(index, { align: 'auto' });
  }, [virtualizer, index, count]);

  function onKeyDown(event: KeyboardEvent): void {
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + PAGE_ROWS,
      PageUp: index - PAGE_ROWS,
      Home: 0,
      End: count - 1,
    };
    const target = targets[event.key];
    if (target === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onChoose(Math.min(Math.max(0, target), count - 1));
  }

  const items = virtualizer.getVirtualItems();
  const isChosenDrawn = items.some((item) => item.index === index);
  return (
    <div
      ref={scrollerRef}
      className={styles.scroller}
      role="listbox"
      aria-label={label}
      aria-activedescendant={isChosenDrawn ? `${id}-${index}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className={styles.space} role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the listbox has the keyboard for all of them
          <div
            key={item.key}
            id={`${id}-${item.index}`}
            role="option"
            tabIndex={-1}
            aria-selected={item.index === index}
            aria-label={nameOf(item.index)}
            aria-setsize={count}
            aria-posinset={item.index + 1}
            className={styles.option}
            style={{ transform: `translateY(${item.start}px)` }}
            onClick={() => onChoose(item.index)}
          >
            {render(item.index)}
          </div>
        ))}
      </div>
    </div>
  );
}
