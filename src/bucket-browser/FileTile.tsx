/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a virtual grid cannot be a <table>: its rows are placed one by one */
import { Ellipsis, TriangleAlert } from 'lucide-react';
import { memo, useContext } from 'react';
import { useStore } from 'zustand';
import { useText } from '#text/useText.ts';
import { FileIcon } from '#ui/FileIcon.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { ObjectName } from '#ui/ObjectName.tsx';
import type { DrawThumbnail } from './DrawThumbnail.ts';
import type { FileRowProps } from './FileRow.tsx';
import styles from './FileTile.module.css';
import { rowFacts } from './rowFacts.ts';
import { Thumbnail } from './Thumbnail.tsx';
import { TrashPrefix } from './TrashPrefix.ts';

export interface FileTileProps extends FileRowProps {
  /** Pixels from where the lines of the list begin. */
  readonly left: number;
  /** Pixels. */
  readonly width: number;
  readonly draw: DrawThumbnail;
}

/** One object or folder as a tile. See [Note: A tile is a row]; clicks and keys are handled by the grid. */
export const FileTile = memo(function FileTile(props: FileTileProps) {
  const {
    entry,
    row,
    index,
    top,
    left,
    width,
    isTabStop,
    looksLikeAnother,
    isPreviewed,
    isCut,
    nameField,
    selection,
    hrefFor,
  } = props;
  const text = useText();
  const { t, formats } = text;
  const isSelected = useStore(selection, (state) => state.selected.has(row));
  const isFolder = entry.type === 'folder';
  const isTrash = useContext(TrashPrefix) === (isFolder ? entry.prefix : '');
  const { shownName, size, unsafeAdvice, spoken } = rowFacts(entry, { isTrash, looksLikeAnother }, text);
  const isUnsafe = unsafeAdvice !== undefined;
  return (
    <div
      role="row"
      className={styles.tile}
      style={{ transform: `translate(calc(${left}px * var(--onward)), ${top}px)`, width }}
      aria-label={spoken}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-current={isPreviewed || undefined}
      tabIndex={isTabStop ? 0 : -1}
      data-index={index}
      data-cut={isCut || undefined}
      data-drop-prefix={isFolder ? entry.prefix : undefined}
    >
      <div role="gridcell" className={styles.check} data-does="toggle">
        <input type="checkbox" tabIndex={-1} aria-label={t.selectOne(shownName)} checked={isSelected} readOnly />
      </div>
      <div role="rowheader" className={styles.name}>
        <div className={styles.stage}>
          <FileIcon name={entry.name} isFolder={isFolder} size={44} />
          {!isFolder && !isUnsafe && <Thumbnail object={entry} draw={props.draw} />}
        </div>
        {nameField ??
          (isFolder ? (
            <a href={hrefFor(entry.prefix)} tabIndex={-1} data-does="open" draggable={false} title={shownName}>
              <ObjectName name={entry.name} keepWhole />
            </a>
          ) : (
            <span data-does="open" title={shownName}>
              <ObjectName name={entry.name} />
            </span>
          ))}
        <span className={styles.facts}>
          {isUnsafe || looksLikeAnother ? (
            <span className={styles.mark} title={unsafeAdvice ?? t.looksTheSame}>
              <TriangleAlert size={12} aria-hidden />
              {isUnsafe ? t.unsafePath : t.looksTheSame}
            </span>
          ) : isFolder ? (
            isTrash && t.trash
          ) : (
            `${size} · ${formats.date(entry.lastModified)}`
          )}
        </span>
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
