import { useEffect, useMemo } from 'react';
import type { ObjectKey } from '#cos/objectKey.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import type { ListedObjectEntry } from '#listing/ListedObjectEntry.ts';
import { updateSelection, type SelectionStore } from './createSelectionStore.ts';
import type { PreviewWalk } from './PreviewWalk.ts';
import { rowId } from './rowId.ts';
import type { RowOrder } from './RowOrder.ts';
import { focusRow, selectOnly } from './selectionModel.ts';

export interface PreviewWalkOptions {
  readonly entries: readonly ListingEntry[];
  readonly order: RowOrder;
  readonly selection: SelectionStore;
  /** Undefined: nothing is looked at. */
  readonly previewKey: ObjectKey | undefined;
  readonly onPreview: (object: ListedObjectEntry) => void;
}

/** While something is looked at, the preview follows the row with the keyboard, and the neighbours are a step away. */
export function usePreviewWalk(options: PreviewWalkOptions): PreviewWalk {
  const { entries, order, selection, previewKey, onPreview } = options;
  const isPreviewing = previewKey !== undefined;
  const objects = useMemo(
    () => (isPreviewing ? entries.filter((entry): entry is ListedObjectEntry => entry.type === 'object') : []),
    [entries, isPreviewing],
  );
  const at = useMemo(() => objects.findIndex(({ key }) => key === previewKey), [objects, previewKey]);

  useEffect(() => {
    if (previewKey === undefined) return undefined;
    return selection.subscribe(({ focusedId }, before) => {
      if (focusedId === undefined || focusedId === before.focusedId) return;
      const entry = entries[order.indexOf(focusedId)];
      if (entry?.type === 'object' && entry.key !== previewKey) onPreview(entry);
    });
  }, [entries, order, selection, previewKey, onPreview]);

  const stepTo = (object: ListedObjectEntry | undefined): (() => void) | undefined =>
    object &&
    (() =>
      updateSelection(selection, (state) =>
        state.selected.size === 0 ? focusRow(state, rowId(object)) : selectOnly(state, rowId(object)),
      ));
  return {
    object: objects[at],
    position: at < 0 ? undefined : { at: at + 1, count: objects.length },
    onPrevious: at < 0 ? undefined : stepTo(objects[at - 1]),
    onNext: at < 0 ? undefined : stepTo(objects[at + 1]),
  };
}
