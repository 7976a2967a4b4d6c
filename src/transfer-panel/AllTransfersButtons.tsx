import { useStore, type StoreApi } from 'zustand';
import { useText } from '#text/useText.ts';
import type { TransferStoreState } from '#transfers/createTransferStore.ts';
import { Button } from '#ui/Button.tsx';
import type { TransferCommands } from './TransferCommands.ts';
import { useIsActive } from './useIsActive.ts';

export interface AllTransfersButtonsProps {
  readonly store: StoreApi<TransferStoreState>;
  readonly commands: Pick<TransferCommands, 'pauseAll' | 'resumeAll' | 'cancelAll'>;
}

/** Pause, resume, cancel all of them; what makes no sense now is not there. */
export function AllTransfersButtons({ store, commands }: AllTransfersButtonsProps) {
  const { t } = useText();
  const isActive = useIsActive(store);
  const isPaused = useStore(store, ({ totals: { counts } }) => counts.paused > 0);
  return (
    <>
      {isActive && (
        <Button look="quiet" size="small" onClick={commands.pauseAll}>
          {t.pauseAll}
        </Button>
      )}
      {isPaused && (
        <Button look="quiet" size="small" onClick={commands.resumeAll}>
          {t.resumeAll}
        </Button>
      )}
      {(isActive || isPaused) && (
        <Button look="quiet" size="small" onClick={commands.cancelAll}>
          {t.cancelAll}
        </Button>
      )}
    </>
  );
}
