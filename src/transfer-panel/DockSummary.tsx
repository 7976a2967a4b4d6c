import { useStore, type StoreApi } from 'zustand';
import { useText } from '#text/useText.ts';
import type { TransferSpeed } from '#transfers/createTransferSpeed.ts';
import type { TransferStoreState } from '#transfers/createTransferStore.ts';
import { summarize } from './summarize.ts';
import styles from './TransferPanel.module.css';

export interface DockSummaryProps {
  readonly store: StoreApi<TransferStoreState>;
  readonly speed: StoreApi<TransferSpeed>;
  readonly unfinishedCount: number;
  /** Of operations that have not ended. */
  readonly operationCount: number;
  /** Of unfinished downloads. */
  readonly downloadCount: number;
}

/** The dock in one line. Apart from the dock, because it is drawn again with every figure, and only it. */
export function DockSummary({ store, speed, operationCount, unfinishedCount, downloadCount }: DockSummaryProps) {
  const text = useText();
  const totals = useStore(store, (state) => state.totals);
  const speedNow = useStore(speed);
  const parts = [
    operationCount > 0 ? text.t.operationsUnderWay(operationCount) : '',
    summarize(totals, speedNow, text),
    unfinishedCount > 0 ? text.t.unfinishedCount(unfinishedCount) : '',
    downloadCount > 0 ? text.t.unfinishedDownloadCount(downloadCount) : '',
  ];
  return <span className={styles.summary}>{parts.filter((part) => part !== '').join(' · ')}</span>;
}
