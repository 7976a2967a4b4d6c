import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useRef } from 'react';
import { useLateText } from '#text/useLateText.ts';
import type { MovedRecord } from '#transfers/MovedRecord.ts';
import styles from './HistoryDialog.module.css';
import { HistoryRow } from './HistoryRow.tsx';

/** What was moved, the newest first; only what is in sight is in the page. */
export function HistoryList({ records }: { readonly records: readonly MovedRecord[] }) {
  const { t } = useLateText();
  const scrollerRef = useRef<HTMLDivElement>(null);
  const count = records.length;
  // Counted from the end, because new ones come in at the top.
  const keyOf = useCallback((index: number) => count - index, [count]);
  // oxlint-disable-next-line react/incompatible-library -- the React Compiler is off; see vite.config.ts
  const virtualizer = useVirtualizer({
    count,
    getItemKey: keyOf,
    getScrollElement: () => scrollerRef.current,
    estimateSize: () => 60,
    overscan: 6,
    initialRect: { width: 0, height: 480 },
  });
  return (
    <div ref={scrollerRef} className={styles.scroller}>
      <ul className={styles.list} aria-label={t.moved} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ key, index, start }) => {
          const record = records[index];
          return (
            record && (
              <HistoryRow
                key={key}
                record={record}
                index={index}
                count={count}
                top={start}
                measure={virtualizer.measureElement}
              />
            )
          );
        })}
      </ul>
    </div>
  );
}
