import type { MouseEvent } from 'react';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import type { ListingIndex } from '#listing/ListingIndex.ts';
import { updateSelection, type SelectionStore } from './createSelectionStore.ts';
import type { RowOrder } from './RowOrder.ts';
import { clearSelection, extendTo, focusRow, selectOnly, toggle } from './selectionModel.ts';

export interface GridMouseOptions {
  readonly index: ListingIndex;
  readonly order: RowOrder;
  readonly selection: SelectionStore;
  readonly onOpen: (entry: ListingEntry) => void;
  readonly onMenu: (entry: ListingEntry, anchor: HTMLElement | { x: number; y: number }) => void;
}

/** What a click, a double click and the right button do to a row; what it means stands in its `data-does`. */
export function useGridMouse({ index: listed, order, selection, onOpen, onMenu }: GridMouseOptions) {
  const { rows } = order;

  function onClick(event: MouseEvent): void {
    const target = event.target as HTMLElement;
    const id = rowAt(target, rows);
    if (id === undefined) {
      // Beside the rows: nothing, unless more is to be chosen.
      const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
      if (isPlain && target.closest('[role="columnheader"]') === null) updateSelection(selection, clearSelection);
      return;
    }
    const entry = listed.entryOf(id);
    const isTap = isTouch(event) && selection.getState().selected.size > 0;
    const does = target.closest<HTMLElement>('[data-does]')?.dataset['does'];
    if (does === 'menu') {
      const button = target.closest('button');
      updateSelection(selection, (state) => (state.selected.has(id) ? focusRow(state, id) : selectOnly(state, id)));
      if (button) onMenu(entry, button);
    } else if (does === 'toggle' || isTap || ((event.ctrlKey || event.metaKey) && does !== 'open')) {
      updateSelection(selection, (state) => toggle(state, id));
    } else if (event.shiftKey) {
      updateSelection(selection, (state) => extendTo(state, order, id));
    } else if (does === 'open' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      onOpen(entry);
    } else if (does !== 'open') {
      updateSelection(selection, (state) => selectOnly(state, id));
    }
  }

  function onContextMenu(event: MouseEvent): void {
    const id = rowAt(event.target as HTMLElement, rows);
    if (id === undefined) return;
    event.preventDefault();
    // A finger that rests on a row chooses it; see gestures/attachLongPress.ts.
    if (isTouch(event)) return;
    updateSelection(selection, (state) => (state.selected.has(id) ? focusRow(state, id) : selectOnly(state, id)));
    onMenu(listed.entryOf(id), { x: event.clientX, y: event.clientY });
  }

  function onDoubleClick(event: MouseEvent): void {
    const row = rowAt(event.target as HTMLElement, rows);
    if (row !== undefined && (event.target as HTMLElement).closest('[data-does]') === null) {
      onOpen(listed.entryOf(row));
    }
  }

  return { onClick, onDoubleClick, onContextMenu };
}

function isTouch({ nativeEvent }: MouseEvent): boolean {
  return nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'touch';
}

/** The row of the index that an element of the list belongs to. */
export function rowAt(target: HTMLElement, rows: Int32Array): number | undefined {
  const index = target.closest<HTMLElement>('[data-index]')?.dataset['index'];
  return index === undefined ? undefined : rows[Number(index)];
}
