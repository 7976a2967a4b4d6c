import { isCancelledError, useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Suspense, useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { BucketBrowser } from '#bucket-browser/BucketBrowser.tsx';
import type { PreviewWalk } from '#bucket-browser/PreviewWalk.ts';
import { listingKey, listingQuery } from '#bucket-browser/listingQuery.ts';
import type { Connection } from '#config/DeploymentConfig.ts';
import { baseName, DELIMITER, type Prefix } from '#cos/objectKey.ts';
import { collectDroppedFiles } from '#files/collectDroppedFiles.ts';
import { pickFiles } from '#files/pickFiles.ts';
import { toFailure } from '#lib/Failure.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import { displayName } from '#text/displayName.ts';
import { useText } from '#text/useText.ts';
import type { MenuGroup } from '#ui/ActionMenu.tsx';
import { lazyPart } from '#ui/lazyPart.tsx';
import { DeletedHost, loadPartsWhenIdle, PaletteHost, PreviewHost } from './lazyParts.ts';
import { usePreview } from './preview/usePreview.ts';
import { useListingSpoken } from './speaking/useListingSpoken.ts';
import { useDeletedInPlace } from './place/useDeletedInPlace.ts';
import { useGoToKeys } from './place/useGoToKeys.ts';
import { moveTo } from './place/moveTo.ts';
import type { PlaceParams } from './place/PlaceParams.ts';
import { placePrefix } from './place/placePrefix.ts';
import type { OpenSheet } from './OpenSheet.ts';
import { useServices } from './Services.ts';
import { rootRenamed } from './operations/rootsFor.ts';
import { rootsOutOfTrash } from './operations/trashPaths.ts';
import { useTrashPrefix } from './operations/useTrashPrefix.ts';
import { useComeBack } from './useComeBack.ts';
import { useActions } from './useActions.ts';
import { useDenied } from './useDenied.ts';
import { focusFilesIfLost, shareDialogFor, useDialog } from './useDialog.ts';
import { childOnTheWay, usePrevious } from './place/usePrevious.ts';
import { useDocumentTitle } from './place/useDocumentTitle.ts';
import { usePlaceMemory } from './place/usePlaceMemory.ts';
import { useLookInPlace } from './place/useLookInPlace.ts';
import { useDrawThumbnail } from './thumbnails/useDrawThumbnail.ts';
import { useUnfinishedUploads } from './uploads/useUnfinishedUploads.ts';
import { useUploadNote } from './uploads/useUploadNote.ts';

const loadDialogs = () => import('./DialogHost.tsx');
const DialogHost = lazyPart(async () => (await loadDialogs()).DialogHost);

export interface BrowsedPrefixProps {
  readonly connection: Connection;
  readonly place: PlaceParams;
  readonly onSheet: (sheet: OpenSheet) => void;
}

/** One folder on the page: what is asked of the bucket for it, and what a person's intents become. */
export function BrowsedPrefix({ connection, place, onSheet }: BrowsedPrefixProps) {
  const prefix = placePrefix(connection, place);
  const trash = useTrashPrefix(connection);
  const previewKey = place.preview;
  const { listingSource, keepsVersions, queryClient, transferStore, operations, permissions, conflicts, carry } =
    useServices();
  const router = useRouter();
  const text = useText();
  const look = useLookInPlace({ connectionId: connection.id, prefix }, place);
  const { isDeep } = look;
  const here = useQuery(listingQuery(listingSource, connection.id, prefix));
  const deepQuery = listingQuery(listingSource, connection.id, prefix, 'deep');
  const deep = useQuery({ ...deepQuery, enabled: isDeep });
  const query = isDeep ? deep : here;
  const { dialog, open, close } = useDialog();
  const isAsked = useStore(conflicts.store, (state) => state.open !== undefined);
  const actions = useActions(connection);
  const denied = useDenied(connection, prefix);
  /** A key on the keyboard does not know that its button is off; the reason is told then. */
  const unless = (reason: string | undefined, act: () => void): void =>
    reason === undefined ? act() : actions.refuse(reason);
  const uploadNote = useUploadNote();
  const previous = usePrevious(prefix);
  const { tab, onTab, onPreview } = usePreview();

  const isRoot = prefix === connection.prefix;
  const name = isRoot ? connection.label : displayName(baseName(prefix)).text || text.t.emptyName;
  useDocumentTitle(name, transferStore);
  useUnfinishedUploads(connection, query.data !== undefined);

  // A running attempt is not a failure, whatever the last one was; neither is one that the person has stopped.
  const isFailed = query.error !== null && !query.isFetching && !isCancelledError(query.error);
  const failure = isFailed ? toFailure(query.error) : undefined;
  useComeBack(failure, () => void query.refetch());
  const isAnswered = query.data !== undefined || failure !== undefined;
  useEffect(() => {
    if (isAnswered) loadPartsWhenIdle(() => loadDialogs().then(operations.recall));
  }, [isAnswered, operations]);

  // A folder without rows, or the reason why there are none, has no row to take the keyboard.
  const arrivedAt = isAnswered && previous !== undefined ? prefix : undefined;
  useEffect(() => {
    if (arrivedAt !== undefined) focusFilesIfLost();
  }, [arrivedAt]);

  useListingSpoken({ prefix, name, failure, listing: here.data });

  const drawThumbnail = useDrawThumbnail(connection, denied.download === undefined);
  const deleted = {
    isShown: place.deleted === '1',
    onShow: useDeletedInPlace(),
    findOut: useCallback(() => keepsVersions(connection.id), [keepsVersions, connection.id]),
  };
  const before = usePrevious(place.deleted ?? '');
  const favourite = usePlaceMemory(connection.id, prefix, query.data !== undefined);
  // Grows with each jump: the list starts afresh then, at the object jumped to.
  const [jumps, setJumps] = useState(0);
  const [palette, setPalette] = useState<'all' | 'place'>();
  useGoToKeys(setPalette);

  const hrefFor = (target: Prefix): string =>
    router.buildLocation({ to: '/', search: moveTo(place, connection.id, target) }).href;

  // The keyboard goes with what is renamed.
  const [follow, setFollow] = useState<string>();
  const rename = (entry: ListingEntry, newName: string): void => {
    const root = rootRenamed(entry, prefix, newName);
    setFollow(root.to);
    actions.run('move', [entry], [root]);
  };

  const drawPalette = (folder: readonly MenuGroup[], onSearch: (words: string) => void) => (
    <PaletteHost
      {...{ connection, prefix, folder, onSearch, onSheet }}
      isForPlace={palette === 'place'}
      onArrived={() => setJumps((count) => count + 1)}
      onClose={() => {
        setPalette(undefined);
        focusFilesIfLost();
      }}
    />
  );

  const drawDeleted = (search: string) => (
    <Suspense>
      <DeletedHost {...{ connection, place, deleted, prefix, isDeep, search, denied }} listing={here.data} />
    </Suspense>
  );

  const drawPreview = (walk: PreviewWalk) => (
    <Suspense>
      {previewKey !== undefined && (
        <PreviewHost
          connection={connection}
          objectKey={previewKey}
          walk={walk}
          tab={tab}
          onTab={onTab}
          denied={denied}
          hasDialog={dialog !== undefined}
          onDownload={(object) => void actions.download(prefix, [object], 'usual')}
          onShare={(object) => open({ type: 'share', object })}
          onEdit={(object) => open({ type: 'edit', entries: [object] })}
          onAccess={(object) => open({ type: 'access', entries: [object] })}
          onRestore={(object) => open({ type: 'restore', entries: [object] })}
          onClose={() => onPreview(undefined)}
        />
      )}
    </Suspense>
  );

  return (
    <>
      <h1 className="visually-hidden">{name}</h1>
      <BucketBrowser
        key={`${connection.id}:${prefix}:${jumps}:${place.deleted}`}
        connectionId={connection.id}
        rootLabel={connection.label}
        rootPrefix={connection.prefix}
        prefix={prefix}
        listing={query.data}
        isFetching={query.isFetching}
        failure={failure}
        startAtPrefix={childOnTheWay(prefix, previous)}
        takesFocus={(previous ?? before) !== undefined || jumps > 0}
        denied={denied}
        hrefFor={hrefFor}
        onOpenPrefix={(target) => void router.navigate({ to: '/', search: moveTo(place, connection.id, target) })}
        {...favourite}
        onGoTo={() => setPalette('place')}
        {...look}
        deleted={deleted}
        drawDeleted={drawDeleted}
        drawThumbnail={drawThumbnail}
        onExport={(index, rows) => void actions.exportList(index, rows, name)}
        onRefresh={() => {
          permissions.askAgain(connection);
          void query.refetch();
        }}
        onStop={() =>
          void queryClient.cancelQueries(
            { queryKey: listingKey(connection.id, prefix, isDeep ? 'deep' : 'here') },
            { revert: false },
          )
        }
        onUploadFiles={() => void pickFiles('files').then((found) => actions.upload(prefix, found))}
        onUploadFolder={() => void pickFiles('folder').then((found) => actions.upload(prefix, found))}
        onDrop={(target, transfer) => void actions.upload(target, collectDroppedFiles(transfer))}
        onUpload={(found) => void actions.upload(prefix, found)}
        carry={carry}
        onPut={actions.put}
        onRefused={actions.refuse}
        uploadNote={uploadNote}
        onUploadChanges={() => open({ type: 'uploadChanges' })}
        onUploadLink={() => open({ type: 'uploadLink' })}
        onUploadOptions={() => open({ type: 'uploadOptions' })}
        onRequestFiles={(folder) => open({ type: 'requestFiles', folder })}
        onUploadRequests={() => open({ type: 'uploadRequests' })}
        onNewFolder={() => open({ type: 'newFolder' })}
        onDownload={(entries, way) => unless(denied.download, () => void actions.download(prefix, entries, way))}
        onShare={(entries) => unless(denied.share, () => open(shareDialogFor(entries)))}
        onRename={(entry) => unless(denied.move, () => open({ type: 'rename', entry }))}
        onRenameTo={rename}
        follow={follow}
        onMove={(entries, kind) => unless(denied[kind], () => open({ type: 'move', kind, entries }))}
        onDelete={(entries) => unless(denied.delete, () => open({ type: 'delete', entries }))}
        onEdit={(entries) => unless(denied.edit, () => open({ type: 'edit', entries }))}
        onAccess={(entries) => unless(denied.access, () => open({ type: 'access', entries }))}
        onRestoreArchived={(entries) => unless(denied.restoreArchived, () => open({ type: 'restore', entries }))}
        onSummary={(entries) => open({ type: 'summary', entries })}
        trashPrefix={trash}
        onRestore={(entries) =>
          actions.run('restore', entries, rootsOutOfTrash({ prefix: connection.prefix, trash }, entries))
        }
        previewKey={previewKey}
        onPreview={onPreview}
        drawPreview={drawPreview}
        drawActions={palette && drawPalette}
      />
      {(dialog !== undefined || isAsked) && (
        <Suspense>
          <DialogHost
            dialog={dialog}
            connection={connection}
            prefix={prefix}
            onRename={rename}
            isNameTaken={(taken) =>
              [taken, taken + DELIMITER].some((end) => (here.data?.index.rowOf(prefix + end) ?? -1) >= 0)
            }
            onClose={close}
          />
        </Suspense>
      )}
    </>
  );
}
