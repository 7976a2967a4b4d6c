import { parentPrefix } from '#cos/objectKey.ts';
import { createListingIndex } from '#listing/createListingIndex.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import { RowSet } from '#listing/RowSet.ts';
import type { BucketBrowserProps } from './BucketBrowserProps.ts';
import type { SelectionStore } from './createSelectionStore.ts';
import type { DownloadWay } from './DownloadWay.ts';
import type { RowOrder } from './RowOrder.ts';
import { whatCanBeDone, type Possibilities } from './whatCanBeDone.ts';

/** What keys, menus and buttons ask for; each acts on what is chosen when it is asked. */
export interface FolderCommands {
  /** What a command acts on: the chosen rows, or the row with the keyboard. */
  readonly chosenRows: () => RowSet;
  /** As entries, in the order they are shown. */
  readonly chosen: () => readonly ListingEntry[];
  readonly can: () => Possibilities;
  readonly open: (entry: ListingEntry) => void;
  readonly showInFolder: (entry: ListingEntry) => void;
  readonly toParent: () => void;
  readonly share: () => void;
  readonly download: (way: DownloadWay) => void;
  readonly rename: () => void;
  readonly move: (kind: 'move' | 'copy') => void;
  readonly remove: () => void;
}

export function folderCommands(props: BucketBrowserProps, order: RowOrder, selection: SelectionStore): FolderCommands {
  const { prefix, rootPrefix, listing, onOpenPrefix } = props;

  function chosenRows(): RowSet {
    const { index, selected, focused = -1 } = selection.getState();
    if (index !== listing?.index) return RowSet.empty;
    return selected.size === 0 && order.indexOf(focused) >= 0 ? RowSet.of([focused]) : selected;
  }
  function chosen(): readonly ListingEntry[] {
    const chosenNow = chosenRows();
    if (listing === undefined || chosenNow.size === 0) return [];
    return Array.from(
      order.rows.filter((row) => chosenNow.has(row)),
      (row) => listing.index.entryOf(row),
    );
  }
  const can = (): Possibilities => whatCanBeDone(listing?.index ?? createListingIndex(prefix), chosenRows());

  return {
    chosenRows,
    chosen,
    can,
    open: (entry) => {
      if (entry.type === 'folder') onOpenPrefix(entry.prefix);
      else props.onPreview(entry);
    },
    showInFolder: (entry) => onOpenPrefix(parentPrefix(entry.type === 'folder' ? entry.prefix : entry.key)),
    toParent: () => {
      if (prefix.length > rootPrefix.length) onOpenPrefix(parentPrefix(prefix));
    },
    share: () => {
      if (can().share) props.onShare(chosen());
    },
    download: (way) => {
      if (can().download) props.onDownload(chosen(), way);
    },
    rename: () => {
      const [entry] = chosen();
      if (entry !== undefined && can().rename) props.onRename(entry);
    },
    move: (kind) => {
      const entries = chosen();
      if (entries.length > 0) props.onMove(entries, kind);
    },
    remove: () => {
      const entries = chosen();
      if (entries.length > 0) props.onDelete(entries);
    },
  };
}
