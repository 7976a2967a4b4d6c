import { Folder } from 'lucide-react';
import { memo, useId } from 'react';
import { ObjectName } from '#ui/ObjectName.tsx';
import { sharePage as en } from '#text/en/sharePage.ts';
import { useTopic } from '#text/useTopic.ts';
import { sharePage as zh } from '#text/zh/sharePage.ts';
import styles from './SharedFolderList.module.css';
import type { SharedFolder, SharedRow } from './SharedRow.ts';
import { SharedRowItem } from './SharedRowItem.tsx';

export interface SharedFolderListProps {
  readonly folders: readonly SharedFolder[];
  /** Nothing can be had any more. */
  readonly isOver: boolean;
  readonly onDownload: (row: SharedRow) => void;
  readonly onPreview: (row: SharedRow) => void;
}

/** The files, folder by folder. Not drawn again while the countdown ticks. */
export const SharedFolderList = memo(function SharedFolderList({ folders, ...rest }: SharedFolderListProps) {
  const words = useTopic({ en, zh });
  const id = useId();
  return folders.map(({ path, rows }, at) => (
    <section key={path} className={styles.folder} aria-labelledby={path === '' ? undefined : `${id}-${at}`}>
      {path !== '' && (
        <h2 id={`${id}-${at}`} className={styles.path}>
          <Folder size={16} aria-hidden />
          <ObjectName name={path} keepWhole />
        </h2>
      )}
      <ul className={styles.list} aria-label={path === '' ? words.filesList : undefined}>
        {rows.map((row) => (
          <SharedRowItem key={row.key} row={row} {...rest} />
        ))}
      </ul>
    </section>
  ));
});
