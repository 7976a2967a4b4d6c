import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useRef } from 'react';
import type { StoreApi } from 'zustand';
import { useText } from '#text/useText.ts';
import type { TransferStoreState } from '#transfers/createTransferStore.ts';
import type { TransferId } from '#transfers/TransferState.ts';
import type { TransferCommands } from './TransferCommands.ts';
import styles from './TransferList.module.css';
import { TransferRow } from './TransferRow.tsx';
import type { Wanted } from './useWanted.ts';

export interface TransferListProps {
  /** May be changed in place: `revision` tells. */
  readonly ids: readonly TransferId[];
  readonly revision: number;
  readonly store: StoreApi<TransferStoreState>;
  readonly commands: TransferCommands;
  readonly wanted: Wanted | undefined;
}

/**
 * The transfers in the order they were added; only those in sight are in the page. It is drawn again when the list
 * changes, not when a transfer does; and its keys come from one lasting function, because with a new one the virtualizer
 * measures all rows again.
 */
export const TransferList = memo(function TransferList({ ids, store, commands, wanted }: TransferListProps) {
  const { t } = useText();
  const scrollerRef = useRef<HTMLDivElement>(null);
  const keyOf = useCallback((index: number) => ids[index] ?? index, [ids]);
  // oxlint-disable-next-line react/incompatible-library -- the React Compiler is off; see vite.config.ts
  const virtualizer = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scrollerRef.current,
    getItemKey: keyOf,
    estimateSize: rowHeight,
    overscan: 8,
    initialRect: { width: 0, height: 340 },
  });
  useEffect(() => {
    const index = wanted === undefined ? -1 : ids.indexOf(wanted.id);
    if (index >= 0) virtualizer.scrollToIndex(index, { align: 'center' });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once per wish; the ids change all the time
  }, [wanted, virtualizer]);
  return (
    <div ref={scrollerRef} className={styles.scroller}>
      <ul className={styles.list} aria-label={t.transfers} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => (
          <TransferRow
            key={item.key}
            id={ids[item.index] ?? ''}
            store={store}
            commands={commands}
            wanted={wanted}
            index={item.index}
            count={ids.length}
            top={item.start}
            measure={virtualizer.measureElement}
          />
        ))}
      </ul>
    </div>
  );
});

/** Pixels, before a row was measured. */
function rowHeight(): number {
  return 64;
}
