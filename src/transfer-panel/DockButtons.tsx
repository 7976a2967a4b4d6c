import { History } from 'lucide-react';
import { useStore, type StoreApi } from 'zustand';
import type { OperationStore } from '#operations/createOperationStore.ts';
import { isOver } from '#operations/OperationState.ts';
import { useLateText } from '#text/useLateText.ts';
import type { TransferStoreState } from '#transfers/createTransferStore.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { AllTransfersButtons } from './AllTransfersButtons.tsx';
import { NotifyButton, type NotifyButtonProps } from './NotifyButton.tsx';
import type { OperationCommands } from './OperationCommands.ts';
import type { TransferCommands } from './TransferCommands.ts';
import styles from './TransferPanel.module.css';
import { useIsActive } from './useIsActive.ts';

export interface DockButtonsProps {
  readonly store: StoreApi<TransferStoreState>;
  readonly commands: TransferCommands;
  readonly operations: { readonly store: OperationStore; readonly commands: OperationCommands };
  readonly notifier: NotifyButtonProps['notifier'];
  readonly onHistory: () => void;
}

/** What can be done to all transfers at once. It asks yes-or-no questions of the sums, so figures do not redraw it. */
export function DockButtons({ store, commands, operations, notifier, onHistory }: DockButtonsProps) {
  const { t } = useLateText();
  const isActive = useIsActive(store);
  const isFinished = useStore(
    store,
    ({ totals: { counts } }) => counts.completed + counts.failed + counts.cancelled + counts.skipped > 0,
  );
  const hasEndedOperations = useStore(operations.store, (list) => list.some(({ state }) => isOver(state)));
  return (
    <div className={styles.buttons}>
      <AllTransfersButtons store={store} commands={commands} />
      {(isFinished || hasEndedOperations) && (
        <Button
          look="quiet"
          size="small"
          onClick={() => {
            commands.clearFinished();
            operations.commands.clearFinished();
          }}
        >
          {t.clearFinished}
        </Button>
      )}
      {isActive && <NotifyButton notifier={notifier} />}
      <IconButton
        size="small"
        label={t.history}
        icon={<History size={16} />}
        aria-haspopup="dialog"
        onClick={onHistory}
      />
    </div>
  );
}
