import { SearchX } from 'lucide-react';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useText } from '#text/useText.ts';
import { useAnnounce } from '#ui/useAnnounce.ts';
import { Button } from '#ui/Button.tsx';
import { FailureNotice } from '#ui/FailureNotice.tsx';
import { Breadcrumb } from './Breadcrumb.tsx';
import { BrowserToolbar } from './BrowserToolbar.tsx';
import styles from './BucketBrowser.module.css';
import { createSelectionStore } from './createSelectionStore.ts';
import { DropOverlay } from './DropOverlay.tsx';
import type { BucketBrowserProps } from './BucketBrowserProps.ts';
import { EmptyFolder } from './EmptyFolder.tsx';
import { EmptyState } from './EmptyState.tsx';
import { FileGrid } from './FileGrid.tsx';
import { folderCommands } from './folderCommands.ts';
import type { Hands } from './gestures/Hands.ts';
import { ListingSkeleton } from './ListingSkeleton.tsx';
import type { OpenMenu } from './OpenMenu.ts';
import { rowOrder } from './RowOrder.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { TrashPrefix } from './TrashPrefix.ts';
import { useArrangedRows } from './useArrangedRows.ts';
import { useFileDrop } from './useFileDrop.ts';
import { useHands } from './useHands.ts';
import { useRenaming } from './useRenaming.tsx';
import { usePreviewWalk } from './usePreviewWalk.ts';

const FolderMenus = lazy(() => import('./FolderMenus.tsx').then((module) => ({ default: module.FolderMenus })));
const CarryOverlay = lazy(() => import('./CarryOverlay.tsx').then((module) => ({ default: module.CarryOverlay })));
const CorsHelp = lazy(() => import('./CorsHelp.tsx').then((module) => ({ default: module.CorsHelp })));
const TrashNote = lazy(() => import('./TrashNote.tsx').then((module) => ({ default: module.TrashNote })));

/**
 * One prefix: where it is, what is in it, what can be done with that. Mount it anew for each prefix (`key`), so that
 * selection and search begin afresh. It reports intent upward and does nothing itself.
 */
export function BucketBrowser(props: BucketBrowserProps) {
  const { rootLabel, rootPrefix, prefix, listing, failure, sort, hrefFor, onOpenPrefix, previewKey, onPreview } = props;
  const { t, language, formats } = useText();
  const [search, setSearch] = useState(props.search);
  const [selection] = useState(() => createSelectionStore(previewKey ?? props.startAtPrefix));
  const [menu, setMenu] = useState<OpenMenu>();
  const wish = useMemo(
    () => ({ filter: search, locale: language, ...(sort === undefined ? {} : { sort }) }),
    [search, language, sort],
  );
  const { rows, sortedFraction } = useArrangedRows(listing, wish);
  const order = useMemo(() => rowOrder(rows), [rows]);
  const walk = usePreviewWalk({ index: listing?.index, order, selection, previewKey, onPreview });
  function searchFor(words: string): void {
    setSearch(words);
    props.onSearch(words);
  }
  const isRefused = props.denied.upload !== undefined;
  const dropPrefix = useFileDrop({ prefix, onDrop: props.onDrop, onOpenPrefix, isRefused });
  const isCarrying = useStore(props.carry, (state) => state.over !== undefined);
  const root = useRef<HTMLDivElement>(null);

  const commands = folderCommands(props, order, selection);
  const { renaming, renameInPlace } = useRenaming(props, listing?.index, selection);
  const announce = useAnnounce();
  const hands: Hands = {
    ...props,
    order,
    selection,
    language,
    announce,
    chosen: commands.chosen,
    index: listing?.index,
    onParent: commands.toParent,
    onFolderMenu: (anchor) => setMenu({ anchor }),
  };
  useHands(root, listing !== undefined || failure !== undefined, hands);

  const isInTrash = prefix.startsWith(props.trashPrefix);
  const restore = isInTrash ? () => props.onRestore(commands.chosen()) : undefined;

  // A list that was cut short is an error, never a short list.
  const isCut = failure !== undefined && listing?.isComplete !== true;

  function body() {
    if (isCut) {
      return (
        <FailureNotice failure={failure} layout="page" onRetry={props.onRefresh}>
          <Suspense>{failure.code === 'CorsBlocked' && <CorsHelp />}</Suspense>
          {listing !== undefined && <p>{t.listingStopped(t.itemCount(listing.index.count))}</p>}
        </FailureNotice>
      );
    }
    if (listing === undefined) return <ListingSkeleton />;
    if (listing.index.count === 0 && listing.isComplete) {
      return <EmptyFolder denied={props.denied.upload} onUploadFiles={props.onUploadFiles} />;
    }
    if (rows.length === 0 && search !== '' && sortedFraction === undefined && listing.isComplete) {
      return (
        <EmptyState
          picture={<SearchX size={38} strokeWidth={1.5} aria-hidden />}
          title={t.noMatchTitle}
          advice={props.isDeep ? t.noMatchDeepAdvice : t.noMatchAdvice}
        >
          {!props.isDeep && (
            <Button look="primary" onClick={() => props.onDeep(true)}>
              {t.searchSubfolders}
            </Button>
          )}
          <Button onClick={() => searchFor('')}>{t.clearSearch}</Button>
        </EmptyState>
      );
    }
    return (
      <FileGrid
        index={listing.index}
        order={order}
        sort={sort}
        onSort={props.onSort}
        selection={selection}
        isComplete={listing.isComplete}
        takesFocus={props.takesFocus}
        hrefFor={hrefFor}
        onOpen={commands.open}
        onParent={commands.toParent}
        carry={props.carry}
        connectionId={props.connectionId}
        onDelete={commands.remove}
        onRename={() => {
          const [row] = commands.chosenRows();
          if (row !== undefined && commands.can().rename) renameInPlace(row);
        }}
        onShare={commands.share}
        renaming={renaming}
        previewKey={previewKey}
        onPreview={onPreview}
        onMenu={(entry, anchor) => setMenu({ entry, anchor })}
      />
    );
  }

  return (
    <div ref={root} className={styles.browser}>
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
        {listing !== undefined && !isCut && (
          <SelectionBar
            index={listing.index}
            shownCount={rows.length}
            totalCount={listing.index.count}
            sortedFraction={sortedFraction}
            isComplete={listing.isComplete}
            isFetching={props.isFetching}
            onStop={props.onStop}
            selection={selection}
            denied={props.denied}
            onDownload={() => commands.download('usual')}
            onShare={commands.share}
            onRename={commands.rename}
            onMove={commands.move}
            onDelete={commands.remove}
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
        <div className={styles.list} data-folder-space>
          <TrashPrefix value={props.trashPrefix}>{body()}</TrashPrefix>
        </div>
        {previewKey !== undefined && props.drawPreview(walk)}
      </div>
      {dropPrefix !== undefined && (
        <DropOverlay prefix={dropPrefix} {...{ rootPrefix, rootLabel }} refusal={props.denied.upload} />
      )}
      {isCarrying && (
        <Suspense>
          <CarryOverlay carry={props.carry} {...{ prefix, rootPrefix, rootLabel }} />
        </Suspense>
      )}
      {menu !== undefined && (
        <Suspense>
          <FolderMenus
            {...{ menu, commands, hands }}
            browser={props}
            onRestore={restore}
            onClose={() => setMenu(undefined)}
          />
        </Suspense>
      )}
    </div>
  );
}
