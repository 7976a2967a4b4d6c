import { useEffect, useMemo } from 'react';
import type { ObjectKey } from '#cos/objectKey.ts';
import type { ListedObjectEntry } from '#listing/ListedObjectEntry.ts';
import type { ListingIndex } from '#listing/ListingIndex.ts';
import { updateSelection, type SelectionStore } from './createSelectionStore.ts';
import type { PreviewWalk } from './PreviewWalk.ts';
import type { RowOrder } from './RowOrder.ts';
import { focusedIn, focusRow, moveTo, selectOnly } from './selectionModel.ts';

export interface PreviewWalkOptions {
  /** Undefined while nothing is listed. */
  readonly index: ListingIndex | undefined;
  readonly order: RowOrder;
  readonly selection: SelectionStore;
  /** Undefined: nothing is looked at. */
  readonly previewKey: ObjectKey | undefined;
  readonly onPreview: (object: ListedObjectEntry) => void;
}

/** While something is looked at, the preview follows the row with the keyboard, and the neighbours are a step away. */
export function usePreviewWalk({ index, order, selection, previewKey, onPreview }: PreviewWalkOptions): PreviewWalk {
  const { rows } = order;
  const isPreviewing = previewKey !== undefined;
  // Filtered once for a whole walk, not at each of its steps.
  const objects = useMemo(
    () => (isPreviewing && index ? rows.filter((row) => !index.isFolder(row)) : new Int32Array()),
    [index, rows, isPreviewing],
  );
  const row = index === undefined || previewKey === undefined ? -1 : index.rowOf(previewKey);
  const at = row < 0 ? -1 : objects.indexOf(row);

  useEffect(() => {
    if (previewKey === undefined || index === undefined) return undefined;
    return selection.subscribe((state, before) => {
      const focused = focusedIn(state, index);
      if (focused < 0 || focused === focusedIn(before, index)) return;
      const entry = index.entryOf(focused);
      if (entry.type === 'object' && entry.key !== previewKey) onPreview(entry);
    });
  }, [index, selection, previewKey, onPreview]);

  const stepTo = (next: number | undefined): (() => void) | undefined => {
    if (at < 0 || next === undefined || index === undefined) return undefined;
    return () =>
      updateSelection(selection, (state) => {
        const moved = moveTo(state, index);
        return moved.selected.size === 0 ? focusRow(moved, next) : selectOnly(moved, next);
      });
  };
  const entry = at < 0 ? undefined : index?.entryOf(row);
  return {
    object: entry?.type === 'object' ? entry : undefined,
    position: at < 0 ? undefined : { at: at + 1, count: objects.length },
    onPrevious: stepTo(objects[at - 1]),
    onNext: stepTo(objects[at + 1]),
  };
}
