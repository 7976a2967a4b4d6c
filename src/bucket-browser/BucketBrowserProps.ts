import type { ReactNode } from 'react';
import type { ObjectKey, Prefix } from '#cos/objectKey.ts';
import type { Collected } from '#files/Collected.ts';
import type { Failure } from '#lib/Failure.ts';
import type { FilterChoice } from '#listing/FilterChoice.ts';
import type { ListedObjectEntry } from '#listing/ListedObjectEntry.ts';
import type { ListingIndex } from '#listing/ListingIndex.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import type { RowSort } from '#listing/RowWish.ts';
import type { MenuGroup } from '#ui/ActionMenu.tsx';
import type { Carried, PutKind } from './Carried.ts';
import type { CarryStore } from './createCarryStore.ts';
import type { DeletedInPlace } from './deleted/DeletedInPlace.ts';
import type { DrawThumbnail } from './DrawThumbnail.ts';
import type { DownloadWay } from './DownloadWay.ts';
import type { Listing } from './Listing.ts';
import type { ListView } from './ListView.ts';
import type { PreviewWalk } from './PreviewWalk.ts';
import type { DeniedActions } from './whatCanBeDone.ts';

/** What a folder on screen is given, and the intents it reports. */
export interface BucketBrowserProps {
  readonly connectionId: string;
  readonly rootLabel: string;
  readonly rootPrefix: Prefix;
  readonly prefix: Prefix;
  readonly listing: Listing | undefined;
  readonly isFetching: boolean;
  readonly failure: Failure | undefined;
  /** The row to put the keyboard on at first: the folder one came from. */
  readonly startAtPrefix: Prefix | undefined;
  /** The person navigated here, so the list takes the keyboard. */
  readonly takesFocus: boolean;
  readonly denied: DeniedActions;
  readonly hrefFor: (prefix: Prefix) => string;
  readonly onOpenPrefix: (prefix: Prefix) => void;
  readonly isFavourite: boolean;
  readonly onFavourite: () => void;
  /** The person wants to type or paste a place. */
  readonly onGoTo: () => void;
  /** What was searched for when this folder came on screen. */
  readonly search: string;
  /** The person searches for something else. */
  readonly onSearch: (search: string) => void;
  readonly filter: FilterChoice;
  readonly onFilter: (filter: FilterChoice) => void;
  /** All that is in subfolders is in the list too. */
  readonly isDeep: boolean;
  readonly onDeep: (isDeep: boolean) => void;
  /** Lists no further. */
  readonly onStop: () => void;
  /** Absent: as it is without anybody sorting. */
  readonly sort: RowSort | undefined;
  readonly onSort: (sort: RowSort | undefined) => void;
  /** These rows, in this order, are wanted as a file. */
  readonly onExport: (index: ListingIndex, rows: Int32Array) => void;
  readonly view: ListView;
  readonly onView: (view: ListView) => void;
  /** What was deleted here, where the bucket keeps versions, is shown in the place of what is there. */
  readonly deleted: DeletedInPlace;
  /** Draws it. */
  readonly drawDeleted: (search: string) => ReactNode;
  readonly drawThumbnail: DrawThumbnail;
  readonly onRefresh: () => void;
  readonly onUploadFiles: () => void;
  readonly onUploadFolder: () => void;
  readonly onDrop: (prefix: Prefix, transfer: DataTransfer) => void;
  /** Files that were pasted. */
  readonly onUpload: (found: AsyncIterable<Collected>) => void;
  /** What is dragged, cut or copied; of the whole page. */
  readonly carry: CarryStore;
  readonly onPut: (target: Prefix, kind: PutKind, carried: Carried) => void;
  /** Something was not done, and why. */
  readonly onRefused: (reason: string) => void;
  /** Options for uploads are chosen, in a few words. */
  readonly uploadNote: string | undefined;
  readonly onUploadChanges: () => void;
  readonly onUploadOptions: () => void;
  /** A link by which somebody else sends a file here. */
  readonly onUploadLink: () => void;
  /** Somebody without an account is to be asked for files into this folder. */
  readonly onRequestFiles: (prefix: Prefix) => void;
  /** What was asked for, and what has arrived. */
  readonly onUploadRequests: () => void;
  readonly onNewFolder: () => void;
  /** Called inside the click. */
  readonly onDownload: (entries: readonly ListingEntry[], way: DownloadWay) => void;
  readonly onShare: (entries: readonly ListingEntry[]) => void;
  /** Asks for a new name. */
  readonly onRename: (entry: ListingEntry) => void;
  /** A new name was typed in the list. */
  readonly onRenameTo: (entry: ListingEntry, name: string) => void;
  /** The new key or prefix of what is being renamed: the keyboard follows. */
  readonly follow: string | undefined;
  readonly onMove: (entries: readonly ListingEntry[], kind: 'move' | 'copy') => void;
  readonly onDelete: (entries: readonly ListingEntry[]) => void;
  /** What is said about them is to change. */
  readonly onEdit: (entries: readonly ListingEntry[]) => void;
  /** Who may read them is to change. */
  readonly onAccess: (entries: readonly ListingEntry[]) => void;
  /** They are to be readable, out of the archive. */
  readonly onRestoreArchived: (entries: readonly ListingEntry[]) => void;
  /** How much is in them. */
  readonly onSummary: (entries: readonly ListingEntry[]) => void;
  /** Where deleted objects are kept; `prefix` may be below it. */
  readonly trashPrefix: Prefix;
  /** Puts what is in the trash back where it was. */
  readonly onRestore: (entries: readonly ListingEntry[]) => void;
  /** The object that is looked at. */
  readonly previewKey: ObjectKey | undefined;
  /** Look at this one, or stop looking. */
  readonly onPreview: (object: ListedObjectEntry | undefined, tab?: 'preview' | 'details') => void;
  /** Draws what is looked at, beside the list or above it. */
  readonly drawPreview: (walk: PreviewWalk) => ReactNode;
  /** Draws everything that can be done here; absent while nobody looks for it. */
  readonly drawActions: ((groups: readonly MenuGroup[], onSearch: (search: string) => void) => ReactNode) | undefined;
}
