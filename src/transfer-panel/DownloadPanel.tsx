import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { useStore, type StoreApi } from 'zustand';
import { useText } from '#text/useText.ts';
import type { TransferSpeed } from '#transfers/createTransferSpeed.ts';
import type { TransferStoreState } from '#transfers/createTransferStore.ts';
import { AllTransfersButtons } from './AllTransfersButtons.tsx';
import { DockSummary } from './DockSummary.tsx';
import type { TransferCommands } from './TransferCommands.ts';
import { TransferList } from './TransferList.tsx';
import styles from './TransferPanel.module.css';

export interface DownloadPanelProps {
  readonly store: StoreApi<TransferStoreState>;
  readonly speed: StoreApi<TransferSpeed>;
  readonly commands: TransferCommands;
}

/** The dock of a page that only downloads and keeps nothing: no history, nothing unfinished. */
export function DownloadPanel({ store, speed, commands }: DownloadPanelProps) {
  const { t } = useText();
  const listId = useId();
  const revision = useStore(store, (state) => state.idsRevision);
  const { ids } = store.getState();
  const [isOpen, setIsOpen] = useState(true);
  return (
    <section className={styles.panel} aria-label={t.transfers}>
      <div className={styles.head}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          aria-controls={listId}
          title={isOpen ? t.hideTransfers : t.showTransfers}
          onClick={() => setIsOpen(!isOpen)}
        >
          <ChevronRight size={16} aria-hidden />
          <span className={styles.title}>{t.transfers}</span>
          <DockSummary operationCount={0} unfinishedCount={0} downloadCount={0} {...{ store, speed }} />
        </button>
        <div className={styles.buttons}>
          <AllTransfersButtons store={store} commands={commands} />
        </div>
      </div>
      <div id={listId} className={styles.list} hidden={!isOpen}>
        {isOpen && <TransferList wanted={undefined} {...{ ids, revision, store, commands }} />}
      </div>
    </section>
  );
}
