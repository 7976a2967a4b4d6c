import { Copy, Download, FolderInput, Link, Pencil, Trash2, X } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { ListingIndex } from '#listing/ListingIndex.ts';
import { RowSet } from '#listing/RowSet.ts';
import { useText } from '#text/useText.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { updateSelection, type SelectionStore } from './createSelectionStore.ts';
import styles from './SelectionBar.module.css';
import { clearSelection } from './selectionModel.ts';
import { whatCanBeDone, type DeniedActions } from './whatCanBeDone.ts';

export interface SelectionBarProps {
  readonly index: ListingIndex;
  /** Rows that are shown, after the filter. */
  readonly shownCount: number;
  /** Rows of the prefix, before the filter. */
  readonly totalCount: number;
  /** A long list is being sorted, this far from 0 to 1. */
  readonly sortedFraction: number | undefined;
  readonly isComplete: boolean;
  /** Pages are on their way; with a whole list, those of a newer one. */
  readonly isFetching: boolean;
  readonly onStop: () => void;
  /** What chooses the rows that are shown. */
  readonly controls: ReactNode;
  readonly selection: SelectionStore;
  readonly denied: DeniedActions;
  readonly onDownload: () => void;
  readonly onShare: () => void;
  readonly onRename: () => void;
  readonly onMove: (kind: 'move' | 'copy') => void;
  readonly onDelete: () => void;
}

/** How many are here, how many are chosen, and what can be done with the chosen. */
export function SelectionBar(props: SelectionBarProps) {
  const { index, shownCount, totalCount, isComplete, selection, denied, sortedFraction } = props;
  const { t, formats } = useText();
  const selected = useStore(selection, (state) => (state.index === index ? state.selected : RowSet.empty));
  const can = useMemo(() => whatCanBeDone(index, selected), [index, selected]);
  const chosen = useMemo(() => addUp(index, selected), [index, selected]);

  if (selected.size === 0) {
    const isFiltered = shownCount !== totalCount;
    return (
      <div className={styles.bar}>
        <span className={styles.count}>
          {isComplete
            ? isFiltered
              ? t.matchCount(formats.number(shownCount), formats.number(totalCount))
              : t.itemCount(totalCount)
            : props.isFetching
              ? t.stillListing(formats.number(totalCount))
              : t.listingPaused(formats.number(totalCount))}
          {isFiltered && !isComplete && ` · ${t.matchCount(formats.number(shownCount), formats.number(totalCount))}`}
          {sortedFraction !== undefined && isComplete && ` · ${t.sorting(formats.percent(sortedFraction))}`}
        </span>
        {props.isFetching && isComplete && <span>{t.loading}</span>}
        {props.isFetching && !isComplete && (
          <Button size="small" onClick={props.onStop}>
            {t.stopListing}
          </Button>
        )}
        {props.controls}
      </div>
    );
  }

  const counts = [formats.number(selected.size), formats.number(totalCount)] as const;
  const unsafe = t.unsafePath;
  return (
    <div className={styles.bar} data-active>
      <IconButton
        size="small"
        label={t.clearSelection}
        icon={<X size={16} />}
        onClick={() => updateSelection(selection, clearSelection)}
      />
      <span className={styles.count}>
        {chosen.areFolders
          ? t.selectionStripWithoutSize(...counts)
          : t.selectionStrip(...counts, formats.bytes(chosen.bytes))}
      </span>
      <Button
        size="small"
        icon={<Download size={15} />}
        disabled={!can.download || denied.download !== undefined}
        title={denied.download ?? (can.download ? undefined : unsafe)}
        onClick={props.onDownload}
      >
        {t.download}
      </Button>
      <Button
        size="small"
        icon={<Link size={15} />}
        disabled={!can.share || denied.share !== undefined}
        title={denied.share ?? (can.share ? undefined : can.hasUnsafe ? unsafe : t.shareOneObject)}
        onClick={props.onShare}
      >
        {t.shareLink}
      </Button>
      <Button
        size="small"
        icon={<Pencil size={15} />}
        disabled={!can.rename || denied.move !== undefined}
        title={denied.move ?? (can.rename ? undefined : t.renameOneObject)}
        onClick={props.onRename}
      >
        {t.rename}
      </Button>
      <Button
        size="small"
        icon={<FolderInput size={15} />}
        disabled={denied.move !== undefined}
        title={denied.move}
        onClick={() => props.onMove('move')}
      >
        {t.move}
      </Button>
      <Button
        size="small"
        icon={<Copy size={15} />}
        disabled={denied.copy !== undefined}
        title={denied.copy}
        onClick={() => props.onMove('copy')}
      >
        {t.copy}
      </Button>
      <Button
        size="small"
        icon={<Trash2 size={15} />}
        disabled={denied.delete !== undefined}
        title={denied.delete}
        onClick={props.onDelete}
      >
        {t.delete}
      </Button>
    </div>
  );
}

function addUp(index: ListingIndex, rows: RowSet): { readonly bytes: number; readonly areFolders: boolean } {
  let bytes = 0;
  let areFolders = true;
  for (const row of rows) {
    bytes += index.sizeOf(row);
    areFolders &&= index.isFolder(row);
  }
  return { bytes, areFolders };
}
