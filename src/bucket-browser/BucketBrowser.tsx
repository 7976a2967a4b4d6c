import { lazy, Suspense, useMemo, useState } from 'react';
import { parentPrefix } from '#cos/objectKey.ts';
import { createListingIndex } from '#listing/createListingIndex.ts';
import type { ListedObjectEntry } from '#listing/ListedObjectEntry.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import { RowSet } from '#listing/RowSet.ts';
import { useText } from '#text/useText.ts';
import { FailureNotice } from '#ui/FailureNotice.tsx';
import { Breadcrumb } from './Breadcrumb.tsx';
import { BrowserToolbar } from './BrowserToolbar.tsx';
import styles from './BucketBrowser.module.css';
import { createSelectionStore } from './createSelectionStore.ts';
import type { DownloadWay } from './DownloadWay.ts';
import type { BucketBrowserProps } from './BucketBrowserProps.ts';
import { FolderContents } from './FolderContents.tsx';
import { rowOrder } from './RowOrder.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { TrashPrefix } from './TrashPrefix.ts';
import { useAfterFirstRows } from './useAfterFirstRows.ts';
import { useArrangedRows } from './useArrangedRows.ts';
import { useMatchesSpoken } from './useMatchesSpoken.ts';
import { useRowWish } from './useRowWish.ts';
import { useFileDrop } from './useFileDrop.ts';
import { usePreviewWalk } from './usePreviewWalk.ts';
import { whatCanBeDone, type Possibilities } from './whatCanBeDone.ts';

const DropOverlay = lazy(() => import('./DropOverlay.tsx').then((module) => ({ default: module.DropOverlay })));
const ListControls = lazy(() => import('./ListControls.tsx').then((module) => ({ default: module.ListControls })));
const TrashNote = lazy(() => import('./TrashNote.tsx').then((module) => ({ default: module.TrashNote })));
const RowMenu = lazy(() => import('./RowMenu.tsx').then((module) => ({ default: module.RowMenu })));

/**
 * One prefix: where it is, what is in it, what can be done with that. Mount it anew for each prefix (`key`), so that
 * selection and search begin afresh. It reports intent upward and does nothing itself.
 */
export function BucketBrowser(props: BucketBrowserProps) {
  const { rootLabel, rootPrefix, prefix, listing, failure, filter, sort, previewKey, onPreview } = props;
  const { hrefFor, onOpenPrefix } = props;
  const { t, formats } = useText();
  const [search, setSearch] = useState(props.search);
  const [selection] = useState(() => createSelectionStore(previewKey ?? props.startAtPrefix));
  const [menu, setMenu] = useState<{ entry: ListingEntry; anchor: HTMLElement | { x: number; y: number } }>();
  const wish = useRowWish(search, filter, sort);
  const { rows, sortedFraction } = useArrangedRows(listing, wish);
  const order = useMemo(() => rowOrder(rows), [rows]);
  useMatchesSpoken(
    wish,
    rows.length,
    listing?.index.count ?? 0,
    listing?.isComplete === true && sortedFraction === undefined,
  );
  const walk = usePreviewWalk({ index: listing?.index, order, selection, previewKey, onPreview });
  function searchFor(words: string): void {
    setSearch(words);
    props.onSearch(words);
  }
  const hasControls = useAfterFirstRows(listing !== undefined);
  const dropPrefix = useFileDrop(prefix, props.onDrop, props.denied.upload !== undefined);

  /** What a command acts on: the chosen rows, or the row with the keyboard. */
  function chosenRows(): RowSet {
    const { index, selected, focused = -1 } = selection.getState();
    if (index !== listing?.index) return RowSet.empty;
    return selected.size === 0 && order.indexOf(focused) >= 0 ? RowSet.of([focused]) : selected;
  }
  /** In the order they are shown. */
  function chosen(): readonly ListingEntry[] {
    const chosenNow = chosenRows();
    if (listing === undefined || chosenNow.size === 0) return [];
    return Array.from(
      rows.filter((row) => chosenNow.has(row)),
      (row) => listing.index.entryOf(row),
    );
  }
  const can = (): Possibilities => whatCanBeDone(listing?.index ?? createListingIndex(prefix), chosenRows());
  const chosenObjects = (): readonly ListedObjectEntry[] => chosen().filter((entry) => entry.type === 'object');

  function open(entry: ListingEntry): void {
    if (entry.type === 'folder') onOpenPrefix(entry.prefix);
    else onPreview(entry);
  }
  function showInFolder(entry: ListingEntry): void {
    onOpenPrefix(parentPrefix(entry.type === 'folder' ? entry.prefix : entry.key));
  }
  function share(): void {
    const [object] = chosenObjects();
    if (object !== undefined && can().share) props.onShare(object);
  }
  function download(way: DownloadWay): void {
    if (can().download) props.onDownload(chosen(), way);
  }
  function rename(): void {
    const [entry] = chosen();
    if (entry !== undefined && can().rename) props.onRename(entry);
  }
  function move(kind: 'move' | 'copy'): void {
    const entriesToMove = chosen();
    if (entriesToMove.length > 0) props.onMove(entriesToMove, kind);
  }
  function remove(): void {
    const entriesToDelete = chosen();
    if (entriesToDelete.length > 0) props.onDelete(entriesToDelete);
  }

  const isInTrash = prefix.startsWith(props.trashPrefix);
  const restore = isInTrash ? () => props.onRestore(chosen()) : undefined;

  // A list that was cut short is an error, never a short list.
  const isCut = failure !== undefined && listing?.isComplete !== true;

  return (
    <div className={styles.browser}>
      <div className={styles.head}>
        <div className={styles.where}>
          <Breadcrumb
            {...{ rootLabel, rootPrefix, prefix, hrefFor, onOpenPrefix }}
            isFavourite={props.isFavourite}
            onFavourite={props.onFavourite}
            onGoTo={props.onGoTo}
          />
        </div>
        <BrowserToolbar
          search={search}
          onSearch={searchFor}
          isDeep={props.isDeep}
          onDeep={props.onDeep}
          uploadDenied={props.denied.upload}
          newFolderDenied={props.denied.newFolder}
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
        {listing === undefined && !isCut && <div className={styles.strip} />}
        {listing !== undefined && !isCut && (
          <SelectionBar
            index={listing.index}
            shownCount={rows.length}
            totalCount={listing.index.count}
            sortedFraction={sortedFraction}
            isComplete={listing.isComplete}
            isFetching={props.isFetching}
            onStop={props.onStop}
            controls={
              hasControls && (
                <Suspense>
                  <ListControls {...props} />
                </Suspense>
              )
            }
            selection={selection}
            denied={props.denied}
            onDownload={() => download('usual')}
            onShare={share}
            onRename={rename}
            onMove={move}
            onDelete={remove}
            onRestore={restore}
          />
        )}
        {isInTrash && (
          <Suspense>
            <TrashNote />
          </Suspense>
        )}
      </div>
      <div className={styles.body}>
        <div className={styles.list}>
          <TrashPrefix value={props.trashPrefix}>
            <FolderContents
              {...props}
              {...{ search, rows, order, selection, isCut }}
              isSorting={sortedFraction !== undefined}
              onSearch={searchFor}
              onOpen={open}
              onDeleteChosen={remove}
              onRenameChosen={rename}
              onShareChosen={share}
              onMenu={(entry, anchor) => setMenu({ entry, anchor })}
            />
          </TrashPrefix>
        </div>
        {previewKey !== undefined && props.drawPreview(walk)}
      </div>
      {dropPrefix !== undefined && (
        <Suspense>
          <DropOverlay prefix={dropPrefix} {...{ rootPrefix, rootLabel }} refusal={props.denied.upload} />
        </Suspense>
      )}
      {menu !== undefined && (
        <Suspense>
          <RowMenu
            {...menu}
            chosenCount={chosenRows().size}
            can={can()}
            denied={props.denied}
            onOpen={() => open(menu.entry)}
            onShowInFolder={props.isDeep ? () => showInFolder(menu.entry) : undefined}
            onDownload={download}
            onShare={share}
            onRename={rename}
            onMove={move}
            onDelete={remove}
            onRestore={restore}
            onPreview={(tab) => menu.entry.type === 'object' && onPreview(menu.entry, tab)}
            onClose={() => setMenu(undefined)}
          />
        </Suspense>
      )}
    </div>
  );
}
