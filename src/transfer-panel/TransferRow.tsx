import { ArrowDown, ArrowUp, Check, Pause, Play, RotateCw, X } from 'lucide-react';
import { memo, useRef } from 'react';
import { useStore, type StoreApi } from 'zustand';
import { displayName } from '#text/displayName.ts';
import { useText } from '#text/useText.ts';
import type { TransferStoreState } from '#transfers/createTransferStore.ts';
import { isFinished, type TransferId } from '#transfers/TransferState.ts';
import { Button } from '#ui/Button.tsx';
import { FileIcon } from '#ui/FileIcon.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { ObjectName } from '#ui/ObjectName.tsx';
import { ProgressBar } from '#ui/ProgressBar.tsx';
import { useFocusKeeper } from '#ui/useFocusKeeper.ts';
import { FailedTransfer } from './FailedTransfer.tsx';
import { failureToExplain } from './failureToExplain.ts';
import { isChange } from './isChange.ts';
import type { TransferCommands } from './TransferCommands.ts';
import styles from './TransferRow.module.css';
import { transferStatus } from './transferStatus.ts';

export interface TransferRowProps {
  readonly id: TransferId;
  readonly store: StoreApi<TransferStoreState>;
  readonly commands: TransferCommands;
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
  const text = useText();
  const { t } = text;
  const transfer = useStore(store, (state) => state.byId.get(id));
  const buttonsRef = useRef<HTMLDivElement>(null);
  // Pause becomes Resume under the finger. After Cancel the row has no button left, and the dock's own takes over.
  const keeper = useFocusKeeper(
    () =>
      buttonsRef.current?.querySelector('button') ??
      buttonsRef.current?.closest('section')?.querySelector<HTMLElement>('button[aria-expanded]'),
  );
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
      ref={measure}
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
      data-index={index}
      aria-label={`${name}, ${status.label}`}
      aria-posinset={index + 1}
      aria-setsize={count}
      {...keeper}
    >
      <FileIcon name={transfer.name} />
      <div className={styles.main}>
        <ObjectName name={transfer.name} />
        <div className={styles.status} data-tone={status.tone}>
          {status.tone === 'good' && <Check size={14} aria-hidden />}
          <span>{status.label}</span>
          {status.facts.length > 0 && <span className={styles.facts}>{status.facts.join(' · ')}</span>}
        </div>
        {!isOver && (
          <ProgressBar
            label={name}
            fraction={status.fraction}
            valueText={status.valueText}
            tone={status.tone === 'still' ? 'still' : 'moving'}
          />
        )}
      </div>
      <div ref={buttonsRef} className={styles.buttons}>
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
