import { Suspense, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useText } from '#text/useText.ts';
import { useAnnounce } from '#ui/useAnnounce.ts';
import { FailureNotice } from '#ui/FailureNotice.tsx';
import { lazyPart } from '#ui/lazyPart.tsx';
import { Breadcrumb } from './Breadcrumb.tsx';
import { BrowserToolbar } from './BrowserToolbar.tsx';
import styles from './BucketBrowser.module.css';
import { createSelectionStore } from './createSelectionStore.ts';
import type { BucketBrowserProps } from './BucketBrowserProps.ts';
import { FolderContents } from './FolderContents.tsx';
import { folderCommands } from './folderCommands.ts';
import type { Hands } from './gestures/Hands.ts';
import type { OpenMenu } from './OpenMenu.ts';
import { rowOrder } from './RowOrder.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { TrashPrefix } from './TrashPrefix.ts';
import { useAfterFirstRows } from './useAfterFirstRows.ts';
import { useArrangedRows } from './useArrangedRows.ts';
import { useMatchesSpoken } from './useMatchesSpoken.ts';
import { useRowWish } from './useRowWish.ts';
import { useFileDrop } from './useFileDrop.ts';
import { useHands } from './useHands.ts';
import { useRenaming } from './useRenaming.tsx';
import { usePreviewWalk } from './usePreviewWalk.ts';

const FolderMenus = lazyPart(async () => (await import('./FolderMenus.tsx')).FolderMenus);
const FolderActions = lazyPart(async () => (await import('./FolderActions.tsx')).FolderActions);
const CarryOverlay = lazyPart(async () => (await import('./CarryOverlay.tsx')).CarryOverlay);
const DropOverlay = lazyPart(async () => (await import('./DropOverlay.tsx')).DropOverlay);
const ListControls = lazyPart(async () => (await import('./ListControls.tsx')).ListControls);
const TrashNote = lazyPart(async () => (await import('./TrashNote.tsx')).TrashNote);

const NO_ROWS = new Int32Array();

/**
 * One prefix: where it is, what is in it, what can be done with that. Mount it anew for each prefix (`key`), so that
 * selection and search begin afresh. It reports intent upward and does nothing itself.
 */
export function BucketBrowser(props: BucketBrowserProps) {
  const { rootLabel, rootPrefix, prefix, listing, failure, filter, sort, previewKey, onPreview } = props;
  const { hrefFor, onOpenPrefix } = props;
  const { t, language, formats } = useText();
  const [search, setSearch] = useState(props.search);
  const [selection] = useState(() => createSelectionStore(previewKey ?? props.startAtPrefix));
  const [menu, setMenu] = useState<OpenMenu>();
  const wish = useRowWish(search, filter, sort);
  const { rows, sortedFraction } = useArrangedRows(listing, wish);
  const { isShown: hasDeleted } = props.deleted;
  // Nothing acts on rows that are not seen.
  const order = useMemo(() => rowOrder(hasDeleted ? NO_ROWS : rows), [rows, hasDeleted]);
  useMatchesSpoken(
    wish,
    rows.length,
    listing?.index.count ?? 0,
    listing?.isComplete === true && sortedFraction === undefined && !hasDeleted,
  );
  const walk = usePreviewWalk({ index: listing?.index, order, selection, previewKey, onPreview });
  function searchFor(words: string): void {
    setSearch(words);
    props.onSearch(words);
  }
  const isRefused = props.denied.upload !== undefined;
  const dropPrefix = useFileDrop({ prefix, onDrop: props.onDrop, onOpenPrefix, isRefused });
  const isCarrying = useStore(props.carry, (state) => state.over !== undefined);
  const root = useRef<HTMLDivElement>(null);
  const hasControls = useAfterFirstRows(listing !== undefined);

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
          onUploadLink={props.onUploadLink}
          onRequestFiles={() => props.onRequestFiles(prefix)}
          onUploadRequests={props.onUploadRequests}
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
        {listing === undefined && !isCut && !hasDeleted && <div className={styles.strip} />}
        {listing !== undefined && !isCut && !hasDeleted && (
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
                  <ListControls
                    {...props}
                    onExport={
                      listing.isComplete && rows.length > 0 ? () => props.onExport(listing.index, rows) : undefined
                    }
                  />
                </Suspense>
              )
            }
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
          {hasDeleted ? (
            props.drawDeleted(search)
          ) : (
            <TrashPrefix value={props.trashPrefix}>
              <FolderContents
                {...props}
                {...{ search, rows, order, selection, isCut, commands, renaming }}
                isSorting={sortedFraction !== undefined}
                onSearch={searchFor}
                onRenameRow={renameInPlace}
                onMenu={(entry, anchor) => setMenu({ entry, anchor })}
              />
            </TrashPrefix>
          )}
        </div>
        {previewKey !== undefined && props.drawPreview(walk)}
      </div>
      {dropPrefix !== undefined && (
        <Suspense>
          <DropOverlay prefix={dropPrefix} {...{ rootPrefix, rootLabel }} refusal={props.denied.upload} />
        </Suspense>
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
      {props.drawActions !== undefined && (
        <Suspense>
          <FolderActions
            {...{ commands, hands, order }}
            browser={props}
            onRestore={restore}
            onSearch={searchFor}
            draw={props.drawActions}
          />
        </Suspense>
      )}
    </div>
  );
}
