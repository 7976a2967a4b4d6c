import { clsx } from 'clsx';
import { FolderUp, Upload } from 'lucide-react';
import type { Collected } from '#files/Collected.ts';
import { collectDroppedFiles } from '#files/collectDroppedFiles.ts';
import { pickFiles } from '#files/pickFiles.ts';
import { uploadRequest as en } from '#text/en/uploadRequest.ts';
import { useTopic } from '#text/useTopic.ts';
import { uploadRequest as zh } from '#text/zh/uploadRequest.ts';
import { Button } from '#ui/Button.tsx';
import { useFilesDropped } from './useFilesDropped.ts';
import styles from './UploadRequestPage.module.css';

export interface UploadRequestDropProps {
  readonly onFiles: (found: AsyncIterable<Collected> | Iterable<Collected>) => void;
}

/** Where files come in: dropped anywhere on the page, or chosen. */
export function UploadRequestDrop({ onFiles }: UploadRequestDropProps) {
  const words = useTopic({ en, zh });
  const isOver = useFilesDropped((transfer) => onFiles(collectDroppedFiles(transfer)), false);
  return (
    <div className={clsx(styles.drop, isOver && styles.over)}>
      <Upload size={34} strokeWidth={1.5} aria-hidden />
      <p className={styles.dropTitle}>{isOver ? words.dropNow : words.dropHere}</p>
      <div className={styles.buttons}>
        <Button look="primary" icon={<Upload size={16} />} onClick={() => void pickFiles('files').then(onFiles)}>
          {words.chooseFiles}
        </Button>
        <Button icon={<FolderUp size={16} />} onClick={() => void pickFiles('folder').then(onFiles)}>
          {words.chooseFolder}
        </Button>
      </div>
      <p className={styles.small}>
        {words.keepOpen} {words.startsAgain}
      </p>
    </div>
  );
}
