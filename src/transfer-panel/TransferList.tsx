import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { StoreApi } from 'zustand';
import { useText } from '#text/useText.ts';
import type { TransferStoreState } from '#transfers/createTransferStore.ts';
import type { TransferId } from '#transfers/TransferState.ts';
import type { TransferCommands } from './TransferCommands.ts';
import styles from './TransferList.module.css';
import { TransferRow } from './TransferRow.tsx';

export interface TransferListProps {
  readonly ids: readonly TransferId[];
  readonly store: StoreApi<TransferStoreState>;
  readonly commands: TransferCommands;
}

/** The transfers in the order they were added; only those in sight are in the page. */
export function TransferList({ ids, store, commands }: TransferListProps) {
  const { t } = useText();
  const scrollerRef = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- the React Compiler is off; see vite.config.ts
  const virtualizer = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scrollerRef.current,
    getItemKey: (index) => ids[index] ?? index,
    estimateSize: () => 64,
    overscan: 8,
    initialRect: { width: 0, height: 340 },
  });
  return (
    <div ref={scrollerRef} className={styles.scroller}>
      <ul className={styles.list} aria-label={t.transfers} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => (
          <TransferRow
            key={item.key}
            id={ids[item.index] ?? ''}
            store={store}
            commands={commands}
            index={item.index}
            count={ids.length}
            top={item.start}
            measure={virtualizer.measureElement}
          />
        ))}
      </ul>
    </div>
  );
}
