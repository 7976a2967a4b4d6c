import { ArrowDown, ArrowUp, Link, Pause, Play, RotateCw, X } from 'lucide-react';
import { memo, useCallback, useRef } from 'react';
import { useStore, type StoreApi } from 'zustand';
import { displayName } from '#text/displayName.ts';
import { useLateText } from '#text/useLateText.ts';
import type { TransferStoreState } from '#transfers/createTransferStore.ts';
import { isFinished, type TransferId } from '#transfers/TransferState.ts';
import { Button } from '#ui/Button.tsx';
import { FileIcon } from '#ui/FileIcon.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { FailedTransfer } from './FailedTransfer.tsx';
import { failureToExplain } from './failureToExplain.ts';
import { isChange } from './isChange.ts';
import type { TransferCommands } from './TransferCommands.ts';
import { RowProgress } from './RowProgress.tsx';
import styles from './TransferRow.module.css';
import { transferStatus } from './transferStatus.ts';
import { useRowFocus } from './useRowFocus.ts';
import { useFocusWhenWanted, type Wanted } from './useWanted.ts';

export interface TransferRowProps {
  readonly id: TransferId;
  readonly store: StoreApi<TransferStoreState>;
  readonly commands: TransferCommands;
  readonly wanted: Wanted | undefined;
  /** 0-based place, and of how many: only some rows are in the page. */
  readonly index: number;
  readonly count: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  /** Tells the list how high the row became. */
  readonly measure: (element: HTMLElement | null) => void;
}

/** One transfer. It selects itself by id, so it draws again only when it moved. */
export const TransferRow = memo(function TransferRow(props: TransferRowProps) {
  const { id, store, commands, index, count, top, measure } = props;
  const text = useLateText();
  const { t } = text;
  const transfer = useStore(store, (state) => state.byId.get(id));
  const { buttonsRef, keeper } = useRowFocus();
  const rowRef = useRef<HTMLLIElement>(null);
  // One lasting function: with a new one the row is measured again at each step of its bar.
  const keepRow = useCallback(
    (element: HTMLLIElement | null) => {
      rowRef.current = element;
      measure(element);
    },
    [measure],
  );
  useFocusWhenWanted(rowRef, id, props.wanted);
  if (transfer === undefined) return null;
  const { state } = transfer;
  const status = transferStatus(transfer, text);
  const name = displayName(transfer.name).text || t.emptyName;
  const isOver = isFinished(state);
  const canPause = state.status === 'running' || state.status === 'waiting' || state.status === 'queued';
  const explained = failureToExplain(state);
  const Arrow = transfer.direction === 'upload' ? ArrowUp : ArrowDown;
  return (
    <li
      ref={keepRow}
      tabIndex={-1}
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
      data-index={index}
      aria-label={`${name}, ${status.label}`}
      aria-posinset={index + 1}
      aria-setsize={count}
      {...keeper}
    >
      <FileIcon name={transfer.name} />
      <RowProgress fullName={transfer.name} isOver={isOver} {...{ name, status }} />
      <div ref={buttonsRef} className={styles.buttons}>
        {state.status === 'completed' && transfer.direction === 'upload' && commands.share !== undefined && (
          <IconButton
            size="small"
            label={t.shareOne(name)}
            icon={<Link size={15} />}
            onClick={() => commands.share?.(id)}
          />
        )}
        {isOver && <Arrow size={15} aria-hidden className={styles.arrow} />}
        {state.status === 'waiting' && state.reason === 'other-tab' && (
          <Button size="small" aria-label={t.takeOverOne(name)} onClick={() => commands.takeOver(id)}>
            {t.takeOver}
          </Button>
        )}
        {canPause && (
          <IconButton
            size="small"
            label={t.pauseOne(name)}
            icon={<Pause size={15} />}
            onClick={() => commands.pause(id)}
          />
        )}
        {state.status === 'paused' && !isChange(state.failure) && (
          <IconButton
            size="small"
            label={t.resumeOne(name)}
            icon={<Play size={15} />}
            onClick={() => commands.resume(id)}
          />
        )}
        {state.status === 'failed' && state.resumable && state.failure.code !== 'FileAlreadyExists' && (
          <IconButton
            size="small"
            label={t.retryOne(name)}
            icon={<RotateCw size={15} />}
            onClick={() => commands.retry(id)}
          />
        )}
        {!isOver && (
          <IconButton
            size="small"
            label={t.cancelOne(name)}
            icon={<X size={16} />}
            onClick={() => commands.cancel(id)}
          />
        )}
      </div>
      {explained !== undefined && <FailedTransfer id={id} name={name} failure={explained} commands={commands} />}
    </li>
  );
});
