import { Suspense, useState } from 'react';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import { useText } from '#text/useText.ts';
import { FailureNotice } from '#ui/FailureNotice.tsx';
import { lazyPart } from '#ui/lazyPart.tsx';
import type { BucketBrowserProps } from './BucketBrowserProps.ts';
import type { SelectionStore } from './createSelectionStore.ts';
import type { FolderCommands } from './folderCommands.ts';
import { FileGrid, type FileGridProps } from './FileGrid.tsx';
import { ListingSkeleton } from './ListingSkeleton.tsx';
import type { RowOrder } from './RowOrder.ts';
import type { Renaming } from './useRenaming.tsx';

const CorsHelp = lazyPart(async () => (await import('./CorsHelp.tsx')).CorsHelp);
const EmptyFolder = lazyPart(async () => (await import('./EmptyFolder.tsx')).EmptyFolder);
const GridView = lazyPart(async () => (await import('./GridView.tsx')).GridView);
const NoMatches = lazyPart(async () => (await import('./NoMatches.tsx')).NoMatches);

export interface FolderContentsProps extends BucketBrowserProps {
  readonly rows: Int32Array;
  readonly order: RowOrder;
  readonly selection: SelectionStore;
  /** The list was cut short: an error, never a short list. */
  readonly isCut: boolean;
  /** Rows are still being put in order, so none may not mean none. */
  readonly isSorting: boolean;
  readonly commands: FolderCommands;
  readonly renaming: Renaming | undefined;
  /** The name of this row is to be typed, in its place. */
  readonly onRenameRow: (row: number) => void;
  readonly onMenu: (entry: ListingEntry, anchor: HTMLElement | { x: number; y: number }) => void;
}

/** What is in the folder; or why that is not there, and what to do about it. */
export function FolderContents(props: FolderContentsProps) {
  const { listing, failure, isCut, rows, search, filter, view, commands } = props;
  const { t } = useText();
  // Its button went away with the empty list, so the list takes the keyboard.
  const [hasCleared, setHasCleared] = useState(false);
  // Who chooses another view has the keyboard on that button, and keeps it there.
  const [firstView] = useState(view);
  const [hasSwitched, setHasSwitched] = useState(false);
  if (view !== firstView && !hasSwitched) setHasSwitched(true);

  if (isCut && failure !== undefined) {
    return (
      <FailureNotice failure={failure} layout="page" onRetry={props.onRefresh}>
        {failure.code === 'CorsBlocked' && (
          <Suspense>
            <CorsHelp />
          </Suspense>
        )}
        {listing !== undefined && <p>{t.listingStopped(t.itemCount(listing.index.count))}</p>}
      </FailureNotice>
    );
  }
  if (listing === undefined) return <ListingSkeleton view={view} />;
  if (listing.index.count === 0 && listing.isComplete) {
    return (
      <Suspense>
        <EmptyFolder denied={props.denied.upload} onUploadFiles={props.onUploadFiles} />
      </Suspense>
    );
  }
  if (rows.length === 0 && !props.isSorting && listing.isComplete) {
    return (
      <Suspense>
        <NoMatches
          isSearched={search.trim() !== ''}
          isFiltered={Object.keys(filter).length > 0}
          isDeep={props.isDeep}
          onDeep={() => props.onDeep(true)}
          onClearSearch={() => {
            setHasCleared(true);
            props.onSearch('');
          }}
          onClearFilters={() => {
            setHasCleared(true);
            props.onFilter({});
          }}
        />
      </Suspense>
    );
  }
  const grid: FileGridProps = {
    drawThumbnail: props.drawThumbnail,
    index: listing.index,
    order: props.order,
    sort: props.sort,
    onSort: props.onSort,
    selection: props.selection,
    isComplete: listing.isComplete,
    takesFocus: (props.takesFocus && !hasSwitched) || hasCleared,
    hrefFor: props.hrefFor,
    carry: props.carry,
    connectionId: props.connectionId,
    renaming: props.renaming,
    onOpen: commands.open,
    onParent: commands.toParent,
    onDelete: commands.remove,
    onRename: () => {
      const [row] = commands.chosenRows();
      if (row !== undefined && commands.can().rename) props.onRenameRow(row);
    },
    onSummary: () => props.onSummary(commands.chosen()),
    onShare: commands.share,
    previewKey: props.previewKey,
    onPreview: props.onPreview,
    onMenu: props.onMenu,
  };
  if (view === 'list') return <FileGrid {...grid} />;
  return (
    <Suspense fallback={<ListingSkeleton view={view} />}>
      <GridView {...grid} />
    </Suspense>
  );
}
