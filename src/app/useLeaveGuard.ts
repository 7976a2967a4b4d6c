import { useEffect } from 'react';
import { useStore, type StoreApi } from 'zustand';
import type { TransferStoreState } from '#transfers/createTransferStore.ts';

/**
 * While something is unfinished, paused transfers included, the browser asks before the page is closed: closing loses
 * them. Only then: the guard disables page caches.
 */
export function useLeaveGuard(store: StoreApi<TransferStoreState>): void {
  const isActive = useStore(
    store,
    ({ totals: { counts } }) => counts.queued + counts.running + counts.waiting + counts.paused > 0,
  );
  useEffect(() => {
    if (!isActive) return undefined;
    const guard = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', guard);
    return () => window.removeEventListener('beforeunload', guard);
  }, [isActive]);
}
