import { FolderOpen, SearchX, Upload } from 'lucide-react';
import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react';
import { parentPrefix, type ObjectKey, type Prefix } from '#cos/objectKey.ts';
import type { Failure } from '#lib/Failure.ts';
import type { ListedObjectEntry } from '#listing/ListedObjectEntry.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import { useText } from '#text/useText.ts';
import { Button } from '#ui/Button.tsx';
import { FailureNotice } from '#ui/FailureNotice.tsx';
import { arrangeEntries } from './arrangeEntries.ts';
import { Breadcrumb } from './Breadcrumb.tsx';
import { BrowserToolbar } from './BrowserToolbar.tsx';
import styles from './BucketBrowser.module.css';
import { CorsHelp } from './CorsHelp.tsx';
import { createSelectionStore } from './createSelectionStore.ts';
import type { DownloadWay } from './DownloadWay.ts';
import { DropOverlay } from './DropOverlay.tsx';
import { EmptyState } from './EmptyState.tsx';
import { FileGrid } from './FileGrid.tsx';
import type { Listing } from './Listing.ts';
import { ListingSkeleton } from './ListingSkeleton.tsx';
import type { PreviewWalk } from './PreviewWalk.ts';
import { rowId } from './rowId.ts';
import { rowOrder } from './RowOrder.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { useFileDrop } from './useFileDrop.ts';
import { usePreviewWalk } from './usePreviewWalk.ts';
import { whatCanBeDone, type DeniedActions } from './whatCanBeDone.ts';

const RowMenu = lazy(() => import('./RowMenu.tsx').then((module) => ({ default: module.RowMenu })));

export interface BucketBrowserProps {
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
  /** What was searched for when this folder came on screen. */
  readonly search: string;
  /** The person searches for something else. */
  readonly onSearch: (search: string) => void;
  readonly onRefresh: () => void;
  readonly onUploadFiles: () => void;
  readonly onUploadFolder: () => void;
  readonly onDrop: (prefix: Prefix, transfer: DataTransfer) => void;
  /** Options for uploads are chosen, in a few words. */
  readonly uploadNote: string | undefined;
  readonly onUploadChanges: () => void;
  readonly onUploadOptions: () => void;
  readonly onNewFolder: () => void;
  /** Called inside the click. */
  readonly onDownload: (entries: readonly ListingEntry[], way: DownloadWay) => void;
  readonly onShare: (object: ListedObjectEntry) => void;
  readonly onDelete: (entries: readonly ListingEntry[]) => void;
  /** The object that is looked at. */
  readonly previewKey: ObjectKey | undefined;
  /** Look at this one, or stop looking. */
  readonly onPreview: (object: ListedObjectEntry | undefined, tab?: 'preview' | 'details') => void;
  /** Draws what is looked at, beside the list or above it. */
  readonly drawPreview: (walk: PreviewWalk) => ReactNode;
}

/**
 * One prefix: where it is, what is in it, what can be done with that. Mount it anew for each prefix (`key`), so that
 * selection and search begin afresh. It reports intent upward and does nothing itself.
 */
export function BucketBrowser(props: BucketBrowserProps) {
  const { rootLabel, rootPrefix, prefix, listing, failure, hrefFor, onOpenPrefix, previewKey, onPreview } = props;
  const { t, language, formats } = useText();
  const [search, setSearch] = useState(props.search);
  const [selection] = useState(() => createSelectionStore(startRow(props)));
  const [menu, setMenu] = useState<{ entry: ListingEntry; anchor: HTMLElement | { x: number; y: number } }>();
  const entries = useMemo(
    () => arrangeEntries(listing?.entries ?? [], { filter: search, locale: language }),
    [listing, search, language],
  );
  const order = useMemo(() => rowOrder(entries.map(rowId)), [entries]);
  const walk = usePreviewWalk({ entries, order, selection, previewKey, onPreview });
  function searchFor(words: string): void {
    setSearch(words);
    props.onSearch(words);
  }
  const dropPrefix = useFileDrop(prefix, props.onDrop, props.denied.upload !== undefined);

  /** What a command acts on: the chosen rows, or the row with the keyboard. */
  function chosen(): readonly ListingEntry[] {
    const { selected, focusedId } = selection.getState();
    return entries.filter((entry) => (selected.size === 0 ? rowId(entry) === focusedId : selected.has(rowId(entry))));
  }
  const chosenObjects = (): readonly ListedObjectEntry[] => chosen().filter((entry) => entry.type === 'object');

  function open(entry: ListingEntry): void {
    if (entry.type === 'folder') onOpenPrefix(entry.prefix);
    else onPreview(entry);
  }
  function share(): void {
    const [object] = chosenObjects();
    if (object !== undefined && whatCanBeDone(chosen()).share) props.onShare(object);
  }
  function download(way: DownloadWay): void {
    if (whatCanBeDone(chosen()).download) props.onDownload(chosen(), way);
  }
  function remove(): void {
    const entriesToDelete = chosen();
    if (entriesToDelete.length > 0) props.onDelete(entriesToDelete);
  }

  // A list that was cut short is an error, never a short list.
  const isCut = failure !== undefined && listing?.isComplete !== true;

  function body() {
    if (isCut) {
      return (
        <FailureNotice failure={failure} layout="page" onRetry={props.onRefresh}>
          {failure.code === 'CorsBlocked' && <CorsHelp />}
          {listing !== undefined && <p>{t.listingStopped(t.itemCount(listing.entries.length))}</p>}
        </FailureNotice>
      );
    }
    if (listing === undefined) return <ListingSkeleton />;
    if (listing.entries.length === 0 && listing.isComplete) {
      return (
        <EmptyState
          picture={<FolderOpen size={38} strokeWidth={1.5} aria-hidden />}
          title={t.emptyTitle}
          advice={props.denied.upload ?? t.emptyAdvice}
        >
          <Button
            look="primary"
            icon={<Upload size={16} />}
            disabled={props.denied.upload !== undefined}
            title={props.denied.upload}
            onClick={props.onUploadFiles}
          >
            {t.uploadFiles}
          </Button>
        </EmptyState>
      );
    }
    if (entries.length === 0 && search !== '') {
      return (
        <EmptyState
          picture={<SearchX size={38} strokeWidth={1.5} aria-hidden />}
          title={t.noMatchTitle}
          advice={t.noMatchAdvice}
        >
          <Button onClick={() => searchFor('')}>{t.clearSearch}</Button>
        </EmptyState>
      );
    }
    return (
      <FileGrid
        entries={entries}
        order={order}
        selection={selection}
        isComplete={listing.isComplete}
        takesFocus={props.takesFocus}
        hrefFor={hrefFor}
        onOpen={open}
        onParent={() => prefix.length > rootPrefix.length && onOpenPrefix(parentPrefix(prefix))}
        onDelete={remove}
        onShare={share}
        previewedId={previewKey === undefined ? undefined : `object:${previewKey}`}
        onPreview={onPreview}
        onMenu={(entry, anchor) => setMenu({ entry, anchor })}
      />
    );
  }

  return (
    <div className={styles.browser}>
      <div className={styles.head}>
        <div className={styles.where}>
          <Breadcrumb {...{ rootLabel, rootPrefix, prefix, hrefFor, onOpenPrefix }} />
        </div>
        <BrowserToolbar
          search={search}
          onSearch={searchFor}
          uploadDenied={props.denied.upload}
          onUploadFiles={props.onUploadFiles}
          onUploadFolder={props.onUploadFolder}
          uploadNote={props.uploadNote}
          onUploadChanges={props.onUploadChanges}
          onUploadOptions={props.onUploadOptions}
          onNewFolder={props.onNewFolder}
          onRefresh={props.onRefresh}
        />
      </div>
      <div>
        {failure !== undefined && !isCut && listing !== undefined && (
          <div className={styles.banner}>
            <p>{t.refreshFailed(formats.time(new Date(listing.startedAt)))}</p>
            <FailureNotice failure={failure} onRetry={props.onRefresh} />
          </div>
        )}
        {listing !== undefined && !isCut && (
          <SelectionBar
            entries={entries}
            totalCount={listing.entries.length}
            isComplete={listing.isComplete}
            isRefreshing={props.isFetching}
            selection={selection}
            denied={props.denied}
            onDownload={() => download('usual')}
            onShare={share}
            onDelete={remove}
          />
        )}
      </div>
      <div className={styles.body}>
        <div className={styles.list}>{body()}</div>
        {previewKey !== undefined && props.drawPreview(walk)}
      </div>
      {dropPrefix !== undefined && (
        <DropOverlay prefix={dropPrefix} {...{ rootPrefix, rootLabel }} refusal={props.denied.upload} />
      )}
      {menu !== undefined && (
        <Suspense>
          <RowMenu
            {...menu}
            chosen={chosen()}
            denied={props.denied}
            onOpen={() => open(menu.entry)}
            onDownload={download}
            onShare={share}
            onDelete={remove}
            onPreview={(tab) => menu.entry.type === 'object' && onPreview(menu.entry, tab)}
            onClose={() => setMenu(undefined)}
          />
        </Suspense>
      )}
    </div>
  );
}

/** The row to put the keyboard on at first. */
function startRow({ startAtPrefix, previewKey }: BucketBrowserProps): string | undefined {
  if (startAtPrefix !== undefined) return `folder:${startAtPrefix}`;
  return previewKey === undefined ? undefined : `object:${previewKey}`;
}
