/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a virtual grid cannot be a <table>: its rows are placed one by one */
import { clsx } from 'clsx';
import { Archive, Ellipsis, TriangleAlert } from 'lucide-react';
import { memo, useContext, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Prefix } from '#cos/objectKey.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import { useText } from '#text/useText.ts';
import { FileIcon } from '#ui/FileIcon.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { ObjectName } from '#ui/ObjectName.tsx';
import type { SelectionStore } from './createSelectionStore.ts';
import styles from './FileRow.module.css';
import { TrashPrefix } from './TrashPrefix.ts';
import columns from './gridColumns.module.css';
import { rowFacts } from './rowFacts.ts';

export interface FileRowProps {
  readonly entry: ListingEntry;
  /** Its number in the index. */
  readonly row: number;
  /** 0-based place in the list. */
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  /** The one row that Tab reaches. */
  readonly isTabStop: boolean;
  readonly looksLikeAnother: boolean;
  /** It is the one that is looked at. */
  readonly isPreviewed: boolean;
  /** It was cut, and waits to be pasted somewhere. */
  readonly isCut: boolean;
  /** Its name is being typed. */
  readonly nameField?: ReactNode;
  readonly selection: SelectionStore;
  readonly hrefFor: (prefix: Prefix) => string;
}

/** One object or folder. Clicks and keys are handled by the grid, so a row has no callbacks and rarely draws again. */
export const FileRow = memo(function FileRow(props: FileRowProps) {
  const { entry, row, index, top, isTabStop, looksLikeAnother, isPreviewed, isCut, nameField, selection, hrefFor } =
    props;
  const text = useText();
  const { t } = text;
  const isSelected = useStore(selection, (state) => state.selected.has(row));
  const isFolder = entry.type === 'folder';
  const isTrash = useContext(TrashPrefix) === (isFolder ? entry.prefix : '');
  const { shownName, size, modified, unsafeAdvice, isArchived, marks, spoken } = rowFacts(
    entry,
    { isTrash, looksLikeAnother },
    text,
  );
  return (
    <div
      role="row"
      className={clsx(styles.row, columns.columns)}
      style={{ transform: `translateY(${top}px)` }}
      aria-label={spoken}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-current={isPreviewed || undefined}
      tabIndex={isTabStop ? 0 : -1}
      data-index={index}
      data-cut={isCut || undefined}
      data-drop-prefix={isFolder ? entry.prefix : undefined}
    >
      {/* The whole cell toggles: a finger is wider than a box. */}
      <div role="gridcell" className={styles.check} data-does="toggle">
        <input type="checkbox" tabIndex={-1} aria-label={t.selectOne(shownName)} checked={isSelected} readOnly />
      </div>
      <div role="rowheader" className={styles.name}>
        <FileIcon name={entry.name} isFolder={isFolder} />
        {nameField ?? (
          <div className={styles.label}>
            {isFolder ? (
              <a href={hrefFor(entry.prefix)} tabIndex={-1} data-does="open" draggable={false}>
                <ObjectName name={entry.name} keepWhole />
              </a>
            ) : (
              <span data-does="open">
                <ObjectName name={entry.name} />
              </span>
            )}
            {!isFolder && (
              <span className={styles.facts}>
                {size} · {modified}
              </span>
            )}
          </div>
        )}
        {unsafeAdvice !== undefined && (
          <span className={styles.badge} title={unsafeAdvice}>
            <TriangleAlert size={12} aria-hidden />
            {t.unsafePath}
          </span>
        )}
        {isArchived && !isFolder && (
          <span className={styles.badge} data-mild title={entry.storageClass}>
            <Archive size={12} aria-hidden />
            {t.archivedMark}
          </span>
        )}
        {marks.map((mark) => (
          <span key={mark} className={styles.badge} data-mild>
            {mark}
          </span>
        ))}
      </div>
      <div role="gridcell" className={clsx(styles.cell, styles.number)} data-wide>
        {size}
      </div>
      <div role="gridcell" className={styles.cell} data-wide>
        {modified}
      </div>
      <div role="gridcell" className={styles.more}>
        <IconButton
          size="small"
          label={t.moreActions(shownName)}
          icon={<Ellipsis size={16} />}
          tabIndex={-1}
          aria-haspopup="menu"
          data-does="menu"
        />
      </div>
    </div>
  );
});
