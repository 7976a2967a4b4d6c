import type { ListingEntry } from '#listing/ListingEntry.ts';
import type { DownloadWay } from './DownloadWay.ts';
import type { DeniedActions, Possibilities } from './whatCanBeDone.ts';

/** What is known of the chosen rows, and what becomes of what is asked for them. */
export interface RowActionsProps {
  readonly entry: ListingEntry;
  /** How many rows the commands act on; the entry is among them. */
  readonly chosenCount: number;
  readonly can: Possibilities;
  readonly denied: DeniedActions;
  readonly onOpen: () => void;
  /** Where the list holds what is in subfolders. */
  readonly onShowInFolder: (() => void) | undefined;
  readonly onDownload: (way: DownloadWay) => void;
  readonly onShare: () => void;
  /** Of a folder: somebody without an account is asked for files into it. */
  readonly onRequestFiles: (() => void) | undefined;
  readonly onRename: () => void;
  readonly onMove: (kind: 'move' | 'copy') => void;
  readonly onDelete: () => void;
  /** In the trash only. */
  readonly onRestore: (() => void) | undefined;
  readonly onEdit: () => void;
  /** Who may read them. */
  readonly onAccess: () => void;
  /** Out of the archive, to be readable. */
  readonly onRestoreArchived: () => void;
  /** How much is in the folder, or in all that is chosen. */
  readonly onSummary: () => void;
  readonly onPreview: (tab: 'preview' | 'details') => void;
}

export interface RowMenuProps extends RowActionsProps {
  readonly anchor: HTMLElement | { readonly x: number; readonly y: number };
  readonly onClose: () => void;
}
