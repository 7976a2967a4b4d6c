import { useEffect } from 'react';
import { useStore, type StoreApi } from 'zustand';
import { useText } from '#text/useText.ts';
import type { TransferStoreState } from '#transfers/createTransferStore.ts';

/** "photos – Beeline", and "42% · photos – Beeline" while something moves. */
export function useDocumentTitle(place: string, store: StoreApi<TransferStoreState>): void {
  const { formats } = useText();
  const percent = useStore(store, ({ totals: { counts, totalBytes, transferredBytes } }) => {
    const isActive = counts.queued + counts.running + counts.waiting > 0;
    return isActive && totalBytes > 0 ? Math.floor(Math.min(0.99, transferredBytes / totalBytes) * 100) : undefined;
  });
  useEffect(() => {
    const progress = percent === undefined ? '' : `${formats.percent(percent / 100)} · `;
    document.title = `${progress}${place} – Beeline`;
  }, [place, percent, formats]);
}
