import type { StoreApi } from 'zustand/vanilla';
import type { TransferStoreState } from '#transfers/createTransferStore.ts';

/** The part of `navigator.wakeLock` that is needed here. */
export interface WakeLockSource {
  readonly request: (type: 'screen') => Promise<HeldWakeLock>;
}

interface HeldWakeLock {
  readonly release: () => Promise<void>;
  readonly addEventListener: (type: 'release', listener: () => void) => void;
}

/**
 * Keeps the machine awake while something is under way. The browser takes the lock back whenever the page is hidden,
 * so it is asked for again when the page is seen. A browser that refuses (a battery that is nearly empty) or that has
 * no such thing (`source` undefined) just lets the machine sleep: the transfers go on when it wakes.
 */
export function createWakeLock(options: {
  readonly store: StoreApi<TransferStoreState>;
  readonly source: WakeLockSource | undefined;
  readonly page: Pick<Document, 'visibilityState' | 'addEventListener'>;
}): void {
  const { store, source, page } = options;
  if (source === undefined) return;
  let held: HeldWakeLock | undefined;
  let isAsking = false;

  const isWanted = (): boolean => {
    const { running, waiting, queued } = store.getState().totals.counts;
    return running + waiting + queued > 0;
  };

  async function take(from: WakeLockSource): Promise<void> {
    isAsking = true;
    try {
      const lock = await from.request('screen');
      held = lock;
      lock.addEventListener('release', () => {
        if (held === lock) held = undefined;
      });
    } catch {
      // Refused. Asked again when the page is seen the next time, or when the next transfer begins.
    } finally {
      isAsking = false;
    }
    if (!isWanted()) drop();
  }

  function drop(): void {
    const lock = held;
    held = undefined;
    lock?.release().catch(() => undefined);
  }

  function settle(): void {
    if (!isWanted()) drop();
    else if (held === undefined && !isAsking && page.visibilityState === 'visible') void take(source as WakeLockSource);
  }

  let wasWanted = false;
  store.subscribe(() => {
    if (isWanted() === wasWanted) return;
    wasWanted = !wasWanted;
    settle();
  });
  page.addEventListener('visibilitychange', settle);
}
