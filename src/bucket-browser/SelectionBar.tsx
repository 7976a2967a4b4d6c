import { Copy, Download, FileDown, FolderInput, Link, Pencil, RotateCcw, Trash2, X } from 'lucide-react';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { ListingIndex } from '#listing/ListingIndex.ts';
import { RowSet } from '#listing/RowSet.ts';
import { useText } from '#text/useText.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { updateSelection, type SelectionStore } from './createSelectionStore.ts';
import { createSelectionTally } from './createSelectionTally.ts';
import styles from './SelectionBar.module.css';
import { clearSelection } from './selectionModel.ts';
import { possibilities, type DeniedActions } from './whatCanBeDone.ts';

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
  /** The rows that are shown, as a file. */
  readonly onExport: () => void;
  readonly selection: SelectionStore;
  readonly denied: DeniedActions;
  readonly onDownload: () => void;
  readonly onShare: () => void;
  readonly onRename: () => void;
  readonly onMove: (kind: 'move' | 'copy') => void;
  readonly onDelete: () => void;
  /** In the trash only. */
  readonly onRestore: (() => void) | undefined;
}

/** How many are here, how many are chosen, and what can be done with the chosen. */
export function SelectionBar(props: SelectionBarProps) {
  const { index, shownCount, totalCount, isComplete, selection, denied, sortedFraction } = props;
  const { t, formats } = useText();
  const selected = useStore(selection, (state) =>
    state.index === index && totalCount > 0 ? state.selected : RowSet.empty,
  );
  const tally = useMemo(() => createSelectionTally(index), [index]);
  const chosen = tally(selected);
  const can = possibilities(chosen);

  if (selected.size === 0) {
    const isFiltered = shownCount !== totalCount;
    return (
      <div className={styles.bar}>
        <span className={styles.count}>
          {isComplete
            ? t.itemCount(totalCount)
            : props.isFetching
              ? t.stillListing(formats.number(totalCount))
              : t.listingPaused(formats.number(totalCount))}
          {isFiltered && ` · ${t.matchCount(formats.number(shownCount), formats.number(totalCount))}`}
          {sortedFraction !== undefined && isComplete && ` · ${t.sorting(formats.percent(sortedFraction))}`}
        </span>
        {props.isFetching && isComplete && <span>{t.loading}</span>}
        {props.isFetching && !isComplete && (
          <Button size="small" onClick={props.onStop}>
            {t.stopListing}
          </Button>
        )}
        {isComplete && shownCount > 0 && (
          <IconButton size="small" label={t.exportList} icon={<FileDown size={16} />} onClick={props.onExport} />
        )}
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
        {chosen.folders === chosen.count
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
      {props.onRestore !== undefined && (
        <Button
          size="small"
          icon={<RotateCcw size={15} />}
          disabled={denied.move !== undefined}
          title={denied.move}
          onClick={props.onRestore}
        >
          {t.restore}
        </Button>
      )}
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
