import { ChevronRight } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { useStore, type StoreApi } from 'zustand';
import { useText } from '#text/useText.ts';
import type { TransferStoreState } from '#transfers/createTransferStore.ts';
import type { UnfinishedUploads } from '#transfers/createUnfinishedUploads.ts';
import { Button } from '#ui/Button.tsx';
import { useFocusKeeper } from '#ui/useFocusKeeper.ts';
import { summarize } from './summarize.ts';
import type { TransferCommands } from './TransferCommands.ts';
import { TransferList } from './TransferList.tsx';
import styles from './TransferPanel.module.css';
import { UnfinishedList } from './UnfinishedList.tsx';

export interface TransferPanelProps {
  readonly store: StoreApi<TransferStoreState>;
  readonly commands: TransferCommands;
  readonly unfinished: UnfinishedUploads;
  /** The dock is gone, and the keyboard was in it. */
  readonly onFocusLost: () => void;
}

/** The dock: every transfer of every folder, one line when collapsed. Absent until there is something to say. */
export function TransferPanel({ store, commands, unfinished, onFocusLost }: TransferPanelProps) {
  const text = useText();
  const { t } = text;
  const listId = useId();
  const totals = useStore(store, (state) => state.totals);
  // `ids` is changed in place; its revision is what tells.
  useStore(store, (state) => state.idsRevision);
  const ids = store.getState().ids;
  const [isOpen, setIsOpen] = useState(true);
  const [showsFailedOnly, setShowsFailedOnly] = useState(false);
  const toggleRef = useRef<HTMLButtonElement>(null);
  const keeper = useFocusKeeper(() => {
    if (toggleRef.current === null) onFocusLost();
    return toggleRef.current;
  });
  const unfinishedCount = useStore(unfinished.store, (uploads) => uploads.length);
  if (ids.length + unfinishedCount === 0) return null;

  const { counts } = totals;
  const active = counts.running + counts.waiting + counts.queued;
  const finished = counts.completed + counts.failed + counts.cancelled + counts.skipped;
  const filters = counts.failed > 0 && ids.length > 8;
  const shown =
    filters && showsFailedOnly ? ids.filter((id) => store.getState().byId.get(id)?.state.status === 'failed') : ids;
  return (
    <section className={styles.panel} aria-label={t.transfers} {...keeper}>
      <div className={styles.head}>
        <button
          ref={toggleRef}
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          aria-controls={listId}
          title={isOpen ? t.hideTransfers : t.showTransfers}
          onClick={() => setIsOpen(!isOpen)}
        >
          <ChevronRight size={16} aria-hidden />
          <span className={styles.title}>{t.transfers}</span>
          <span className={styles.summary}>
            {[summarize(totals, text), unfinishedCount > 0 ? t.unfinishedCount(unfinishedCount) : '']
              .filter((part) => part !== '')
              .join(' · ')}
          </span>
        </button>
        <div className={styles.buttons}>
          {active > 0 && (
            <Button look="quiet" size="small" onClick={commands.pauseAll}>
              {t.pauseAll}
            </Button>
          )}
          {counts.paused > 0 && (
            <Button look="quiet" size="small" onClick={commands.resumeAll}>
              {t.resumeAll}
            </Button>
          )}
          {active + counts.paused > 0 && (
            <Button look="quiet" size="small" onClick={commands.cancelAll}>
              {t.cancelAll}
            </Button>
          )}
          {finished > 0 && (
            <Button look="quiet" size="small" onClick={commands.clearFinished}>
              {t.clearFinished}
            </Button>
          )}
        </div>
      </div>
      <div id={listId} className={styles.list} hidden={!isOpen}>
        {filters && (
          <label className={styles.filter}>
            <input
              type="checkbox"
              checked={showsFailedOnly}
              onChange={(event) => setShowsFailedOnly(event.target.checked)}
            />
            {t.showFailedOnly}
          </label>
        )}
        {isOpen && unfinishedCount > 0 && <UnfinishedList unfinished={unfinished} />}
        {isOpen && ids.length > 0 && <TransferList ids={shown} store={store} commands={commands} />}
      </div>
    </section>
  );
}
