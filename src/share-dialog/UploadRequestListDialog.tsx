import { Inbox } from 'lucide-react';
import { requestFiles as en } from '#text/en/requestFiles.ts';
import { useTopic } from '#text/useTopic.ts';
import { requestFiles as zh } from '#text/zh/requestFiles.ts';
import { Dialog } from '#ui/Dialog.tsx';
import { EmptyNote } from '#ui/EmptyNote.tsx';
import styles from './UploadRequestListDialog.module.css';
import type { UploadRequestRecord } from './UploadRequestRecord.ts';
import { UploadRequestRow, type UploadRequestRowProps } from './UploadRequestRow.tsx';

export interface UploadRequestListDialogProps extends Omit<UploadRequestRowProps, 'record'> {
  /** The newest first. */
  readonly records: readonly UploadRequestRecord[];
  readonly onClose: () => void;
}

/** The requests that were made here, and what has arrived at each. */
export function UploadRequestListDialog({ records, onClose, ...row }: UploadRequestListDialogProps) {
  const words = useTopic({ en, zh });
  return (
    <Dialog title={words.myRequests} width="wide" onClose={onClose}>
      {records.length === 0 ? (
        <EmptyNote
          icon={<Inbox size={28} aria-hidden />}
          title={words.none}
          advice={words.noneAdvice(words.requestFiles)}
        />
      ) : (
        <>
          <p className={styles.intro}>{words.listIntro}</p>
          <ul className={styles.list}>
            {records.map((record) => (
              <UploadRequestRow key={record.prefix} record={record} {...row} />
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
