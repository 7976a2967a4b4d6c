import { Copy, Download, FolderInput, Link, Pencil, RotateCcw, Trash2, X } from 'lucide-react';
import { useMemo } from 'react';
import type { ListingIndex } from '#listing/ListingIndex.ts';
import type { RowSet } from '#listing/RowSet.ts';
import { selection as en } from '#text/en/selection.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import { selection as zh } from '#text/zh/selection.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { createSelectionTally } from './createSelectionTally.ts';
import { updateSelection, type SelectionStore } from './createSelectionStore.ts';
import styles from './SelectionBar.module.css';
import { clearSelection } from './selectionModel.ts';
import { StripButton } from './StripButton.tsx';
import { useSelectionSpoken } from './useSelectionSpoken.ts';
import { possibilities, type DeniedActions } from './whatCanBeDone.ts';

export interface SelectionActionsProps {
  readonly index: ListingIndex;
  readonly selection: SelectionStore;
  readonly selected: RowSet;
  /** Rows of the prefix, before the filter. */
  readonly totalCount: number;
  readonly denied: DeniedActions;
  readonly onDownload: () => void;
  readonly onShare: () => void;
  readonly onRename: () => void;
  readonly onMove: (kind: 'move' | 'copy') => void;
  readonly onDelete: () => void;
  /** In the trash only. */
  readonly onRestore: (() => void) | undefined;
}

/** How many are chosen, and what can be done with them. */
export function SelectionActions(props: SelectionActionsProps) {
  const { index, selection, selected, totalCount, denied } = props;
  const { t, formats } = useText();
  const words = useTopic({ en, zh });
  const tally = useMemo(() => createSelectionTally(index), [index]);
  const chosen = tally(selected);
  const can = possibilities(chosen);
  const counts = [formats.number(selected.size), formats.number(totalCount)] as const;
  const unsafe = t.unsafePath;
  const strip =
    chosen.folders === chosen.count
      ? t.selectionStripWithoutSize(...counts)
      : t.selectionStrip(...counts, formats.bytes(chosen.bytes));
  useSelectionSpoken(chosen.count, words.selected(...counts));
  return (
    <>
      <IconButton
        size="small"
        label={t.clearSelection}
        icon={<X size={16} />}
        onClick={() => updateSelection(selection, clearSelection)}
      />
      <span className={styles.count}>{strip}</span>
      <StripButton
        icon={Download}
        refusal={denied.download ?? (can.download ? undefined : unsafe)}
        onClick={props.onDownload}
      >
        {t.download}
      </StripButton>
      <StripButton icon={Link} refusal={denied.share ?? (can.share ? undefined : unsafe)} onClick={props.onShare}>
        {t.shareLink}
      </StripButton>
      <StripButton
        icon={Pencil}
        refusal={denied.move ?? (can.rename ? undefined : t.renameOneObject)}
        onClick={props.onRename}
      >
        {t.rename}
      </StripButton>
      <StripButton icon={FolderInput} refusal={denied.move} onClick={() => props.onMove('move')}>
        {t.move}
      </StripButton>
      <StripButton icon={Copy} refusal={denied.copy} onClick={() => props.onMove('copy')}>
        {t.copy}
      </StripButton>
      {props.onRestore !== undefined && (
        <StripButton icon={RotateCcw} refusal={denied.move} onClick={props.onRestore}>
          {t.restore}
        </StripButton>
      )}
      <StripButton icon={Trash2} refusal={denied.delete} onClick={props.onDelete}>
        {t.delete}
      </StripButton>
    </>
  );
}
