import { Copy, Download, FolderInput, Link, Pencil, Trash2, X } from 'lucide-react';
import { useStore } from 'zustand';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import { useText } from '#text/useText.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { updateSelection, type SelectionStore } from './createSelectionStore.ts';
import { rowId } from './rowId.ts';
import styles from './SelectionBar.module.css';
import { clearSelection } from './selectionModel.ts';
import { whatCanBeDone, type DeniedActions } from './whatCanBeDone.ts';

export interface SelectionBarProps {
  /** Rows that are shown, after the filter. */
  readonly entries: readonly ListingEntry[];
  /** Rows of the prefix, before the filter. */
  readonly totalCount: number;
  readonly isComplete: boolean;
  readonly isRefreshing: boolean;
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
  const { entries, totalCount, isComplete, selection, denied } = props;
  const { t, formats } = useText();
  const selected = useStore(selection, (state) => state.selected);
  const chosen = selected.size === 0 ? [] : entries.filter((entry) => selected.has(rowId(entry)));

  if (chosen.length === 0) {
    const isFiltered = entries.length !== totalCount;
    return (
      <div className={styles.bar}>
        <span className={styles.count}>
          {isComplete ? t.itemCount(totalCount) : t.stillListing(formats.number(totalCount))}
          {isFiltered && ` · ${t.matchCount(formats.number(entries.length), formats.number(totalCount))}`}
        </span>
        {props.isRefreshing && isComplete && <span>{t.loading}</span>}
      </div>
    );
  }

  const bytes = chosen.reduce((sum, entry) => sum + (entry.type === 'object' ? entry.sizeBytes : 0), 0);
  const counts = [formats.number(chosen.length), formats.number(totalCount)] as const;
  const can = whatCanBeDone(chosen);
  const unsafe = t.unsafePath;
  // A move writes and then deletes.
  const whyNotMove = denied.upload ?? denied.delete;
  return (
    <div className={styles.bar} data-active>
      <IconButton
        size="small"
        label={t.clearSelection}
        icon={<X size={16} />}
        onClick={() => updateSelection(selection, clearSelection)}
      />
      <span className={styles.count}>
        {chosen.every((entry) => entry.type === 'folder')
          ? t.selectionStripWithoutSize(...counts)
          : t.selectionStrip(...counts, formats.bytes(bytes))}
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
        disabled={!can.rename || whyNotMove !== undefined}
        title={whyNotMove ?? (can.rename ? undefined : t.renameOneObject)}
        onClick={props.onRename}
      >
        {t.rename}
      </Button>
      <Button
        size="small"
        icon={<FolderInput size={15} />}
        disabled={whyNotMove !== undefined}
        title={whyNotMove}
        onClick={() => props.onMove('move')}
      >
        {t.move}
      </Button>
      <Button
        size="small"
        icon={<Copy size={15} />}
        disabled={denied.upload !== undefined}
        title={denied.upload}
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
