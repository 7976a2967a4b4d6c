import { Download, History, Trash2 } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { saveBlob } from '#files/saveBlob.ts';
import { toCsv } from '#lib/toCsv.ts';
import { useLateText } from '#text/useLateText.ts';
import type { TransferHistory } from '#transfers/createTransferHistory.ts';
import { historyTable } from '#transfers/historyTable.ts';
import type { MovedRecord } from '#transfers/MovedRecord.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { EmptyNote } from '#ui/EmptyNote.tsx';
import { FailureNotice } from '#ui/FailureNotice.tsx';
import styles from './HistoryDialog.module.css';
import { HistoryList } from './HistoryList.tsx';

export interface HistoryDialogProps {
  readonly history: TransferHistory;
  readonly onClose: () => void;
}

/** What was moved, over all visits of this browser: to look up, to export, to clear. */
export function HistoryDialog({ history, onClose }: HistoryDialogProps) {
  const { t, formats } = useLateText();
  const { records = NOTHING, failure } = useStore(history.store);
  const isRead = useStore(history.store, (state) => state.records !== undefined);
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search).toLowerCase();
  useEffect(() => void history.load(), [history]);
  const shown = useMemo(
    () => (wanted === '' ? records : records.filter(({ key }) => key.toLowerCase().includes(wanted))),
    [records, wanted],
  );
  const bytes = useMemo(() => shown.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0), [shown]);

  function exportCsv(): void {
    const day = new Date().toISOString().slice(0, 10);
    saveBlob(new Blob([toCsv(historyTable(shown))]), `beeline-history-${day}.csv`);
  }

  return (
    <Dialog
      title={t.history}
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button
            look="quiet"
            icon={<Trash2 size={15} />}
            aria-disabled={records.length === 0}
            onClick={() => void history.clear()}
          >
            {t.clearHistory}
          </Button>
          <Button icon={<Download size={15} />} disabled={shown.length === 0} onClick={exportCsv}>
            {t.exportCsv}
          </Button>
        </>
      }
    >
      <div className={styles.bar}>
        <input
          type="search"
          className={styles.search}
          aria-label={t.searchHistory}
          placeholder={t.searchHistory}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <span className={styles.sum}>
          {shown.length > 0 ? t.movedCount(formats.number(shown.length), formats.bytes(bytes)) : t.historyNote}
        </span>
      </div>
      {failure !== undefined && <FailureNotice failure={failure} onRetry={() => void history.load()} />}
      {shown.length > 0 && <HistoryList key={wanted} records={shown} />}
      {isRead && shown.length === 0 && (
        <EmptyNote
          icon={<History size={28} aria-hidden />}
          title={records.length === 0 ? t.historyEmpty : t.historyNoMatch}
          advice={records.length === 0 ? t.historyEmptyAdvice : undefined}
        />
      )}
      {shown.length > 0 && <p className={styles.note}>{t.historyNote}</p>}
    </Dialog>
  );
}

const NOTHING: readonly MovedRecord[] = [];
