import { useStore, type StoreApi } from 'zustand';
import type { TransferStoreState } from '#transfers/createTransferStore.ts';

/** Whether anything is under way or will be. A yes or no, so that figures do not draw anything again. */
export function useIsActive(store: StoreApi<TransferStoreState>): boolean {
  return useStore(store, ({ totals: { counts } }) => counts.running + counts.waiting + counts.queued > 0);
}
