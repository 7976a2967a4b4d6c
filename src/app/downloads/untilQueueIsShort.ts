import type { StoreApi } from 'zustand';
import type { TransferStoreState } from '#transfers/createTransferStore.ts';

/** As many transfers as may wait for their turn before a listing that feeds them is held back. */
const LONG = 5000;

/** Resolves at once while the queue is short, and otherwise when it has become so. */
export function untilQueueIsShort(store: Pick<StoreApi<TransferStoreState>, 'getState' | 'subscribe'>): Promise<void> {
  const isShort = (): boolean => store.getState().totals.counts.queued < LONG;
  if (isShort()) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = store.subscribe(() => {
      if (!isShort()) return;
      stop();
      resolve();
    });
  });
}
