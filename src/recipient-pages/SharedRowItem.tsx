import { Download } from 'lucide-react';
import { displayName } from '#text/displayName.ts';
import { sharePage as en } from '#text/en/sharePage.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import { sharePage as zh } from '#text/zh/sharePage.ts';
import { FileIcon } from '#ui/FileIcon.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { ObjectName } from '#ui/ObjectName.tsx';
import styles from './SharedFolderList.module.css';
import type { SharedRow } from './SharedRow.ts';

export interface SharedRowItemProps {
  readonly row: SharedRow;
  readonly isOver: boolean;
  readonly onDownload: (row: SharedRow) => void;
  readonly onPreview: (row: SharedRow) => void;
}

/** One file: a click on its name looks at it. */
export function SharedRowItem({ row, isOver, onDownload, onPreview }: SharedRowItemProps) {
  const { t, formats } = useText();
  const words = useTopic({ en, zh });
  const shownName = displayName(row.name).text || t.emptyName;
  return (
    <li className={styles.row}>
      <FileIcon name={row.name} />
      <button
        type="button"
        className={styles.name}
        aria-label={words.preview(shownName)}
        disabled={isOver}
        onClick={() => onPreview(row)}
      >
        <ObjectName name={row.name} />
      </button>
      <span className={styles.size}>{formats.bytes(row.sizeBytes)}</span>
      <IconButton
        size="small"
        label={words.downloadOne(shownName)}
        icon={<Download size={16} />}
        disabled={isOver}
        onClick={() => onDownload(row)}
      />
    </li>
  );
}
