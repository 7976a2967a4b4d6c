import { ChevronRight } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { useStore, type StoreApi } from 'zustand';
import type { OperationStore } from '#operations/createOperationStore.ts';
import { isOver } from '#operations/OperationState.ts';
import { useLateText } from '#text/useLateText.ts';
import type { TransferSpeed } from '#transfers/createTransferSpeed.ts';
import type { TransferStoreState } from '#transfers/createTransferStore.ts';
import type { UnfinishedDownloads } from '#transfers/createUnfinishedDownloads.ts';
import type { UnfinishedUploads } from '#transfers/createUnfinishedUploads.ts';
import { useFocusKeeper } from '#ui/useFocusKeeper.ts';
import { DockButtons } from './DockButtons.tsx';
import { DockSummary } from './DockSummary.tsx';
import { FailureGroupList } from './FailureGroupList.tsx';
import { FirstLinkNote, type FirstLinkNoteProps } from './FirstLinkNote.tsx';
import type { NotifyButtonProps } from './NotifyButton.tsx';
import type { OperationCommands } from './OperationCommands.ts';
import { OperationList } from './OperationList.tsx';
import type { TransferCommands } from './TransferCommands.ts';
import { TransferList } from './TransferList.tsx';
import styles from './TransferPanel.module.css';
import { UnfinishedDownloadList } from './UnfinishedDownloadList.tsx';
import { UnfinishedList } from './UnfinishedList.tsx';
import { useWanted, type Wanted } from './useWanted.ts';

export interface TransferPanelProps {
  readonly store: StoreApi<TransferStoreState>;
  readonly speed: StoreApi<TransferSpeed>;
  readonly commands: TransferCommands;
  readonly unfinished: UnfinishedUploads;
  readonly unfinishedDownloads: UnfinishedDownloads;
  readonly operations: { readonly store: OperationStore; readonly commands: OperationCommands };
  readonly notifier: NotifyButtonProps['notifier'];
  readonly firstLink: FirstLinkNoteProps['hint'];
  /** Somebody looks for this one: the dock opens and the keyboard goes to its row. */
  readonly wanted: StoreApi<Wanted | undefined>;
  readonly onHistory: () => void;
  /** The dock is gone, and the keyboard was in it. */
  readonly onFocusLost: () => void;
}

/** A single failure is told by its row; from two on, causes are gathered. */
const GROUPS_FROM = 2;

/** The dock: every transfer of every folder, one line when collapsed. Absent until there is something to say. */
export function TransferPanel(props: TransferPanelProps) {
  const { store, speed, commands, unfinished, unfinishedDownloads, operations, notifier, onHistory, onFocusLost } =
    props;
  const { t } = useLateText();
  const listId = useId();
  // `ids` is changed in place; its revision is what tells.
  const revision = useStore(store, (state) => state.idsRevision);
  const { ids } = store.getState();
  const groups = useStore(store, (state) => state.failureGroups);
  const [isOpen, setIsOpen] = useState(true);
  const [shownCause, setShownCause] = useState<string>();
  const wanted = useWanted(props.wanted, () => {
    setIsOpen(true);
    setShownCause(undefined);
  });
  const toggleRef = useRef<HTMLButtonElement>(null);
  const keeper = useFocusKeeper(() => {
    if (toggleRef.current === null) onFocusLost();
    return toggleRef.current;
  });
  const unfinishedCount = useStore(unfinished.store, (uploads) => uploads.length);
  const downloadCount = useStore(unfinishedDownloads.store, (downloads) => downloads.length);
  const operationList = useStore(operations.store);
  const shownGroup = groups.find(({ cause }) => cause === shownCause);
  if (ids.length + unfinishedCount + downloadCount + operationList.length === 0) return null;

  const stopped = groups.reduce((sum, { count }) => sum + count, 0);
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
          <DockSummary
            operationCount={operationList.filter(({ state }) => !isOver(state)).length}
            {...{ store, speed, unfinishedCount, downloadCount }}
          />
        </button>
        <DockButtons {...{ store, commands, operations, notifier, onHistory }} />
      </div>
      {isOpen && commands.share !== undefined && (
        <FirstLinkNote store={store} hint={props.firstLink} onShare={commands.share} />
      )}
      <div id={listId} className={styles.list} hidden={!isOpen}>
        {isOpen && operationList.length > 0 && (
          <OperationList operations={operationList} commands={operations.commands} wanted={wanted} />
        )}
        {isOpen && unfinishedCount > 0 && <UnfinishedList unfinished={unfinished} />}
        {isOpen && downloadCount > 0 && <UnfinishedDownloadList unfinished={unfinishedDownloads} />}
        {isOpen && stopped >= GROUPS_FROM && (
          <FailureGroupList {...{ groups, commands, shownCause }} onShow={setShownCause} />
        )}
        {isOpen && ids.length > 0 && (
          <TransferList
            ids={shownGroup?.ids ?? ids}
            revision={shownGroup?.revision ?? revision}
            {...{ store, commands, wanted }}
          />
        )}
      </div>
    </section>
  );
}
