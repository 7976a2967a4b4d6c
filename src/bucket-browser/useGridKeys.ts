import { useRef, type KeyboardEvent, type RefObject } from 'react';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import type { ListedObjectEntry } from '#listing/ListedObjectEntry.ts';
import type { ListingIndex } from '#listing/ListingIndex.ts';
import { alongText } from '#ui/alongText.ts';
import { areSingleKeysOn } from '#ui/singleKeys.ts';
import { updateSelection, type SelectionStore } from './createSelectionStore.ts';
import { moveIndex, type RowsInView } from './moveIndex.ts';
import type { RowOrder } from './RowOrder.ts';
import { clearSelection, extendTo, focusRow, selectAll, selectOnly, toggle } from './selectionModel.ts';
import { findTyped, typeLetter, type TypedLetters } from './typeAhead.ts';

export interface GridKeysOptions {
  readonly index: ListingIndex;
  readonly order: RowOrder;
  readonly selection: SelectionStore;
  readonly focusedIndex: number;
  readonly inView: () => RowsInView;
  readonly moveFocus: (index: number) => void;
  readonly onOpen: (entry: ListingEntry) => void;
  readonly onParent: () => void;
  readonly onDelete: () => void;
  readonly onRename: () => void;
  readonly onSummary: () => void;
  readonly onShare: () => void;
  readonly isPreviewing: boolean;
  readonly onPreview: (object: ListedObjectEntry | undefined, tab?: 'preview' | 'details') => void;
  readonly onMenu: (entry: ListingEntry, anchor: HTMLElement) => void;
}

/** Every key of the list. Letters jump by name, so commands sit on modifiers and signs. */
export function useGridKeys(options: GridKeysOptions): (event: KeyboardEvent<HTMLElement>) => void {
  const typed = useRef<TypedLetters>(undefined);
  return (event) => {
    const isCommand = moves(event, options) || commands(event, options);
    // A word of letters ends with any other key.
    if (isCommand) typed.current = undefined;
    if (isCommand || jumps(event, options, typed)) event.preventDefault();
  };
}

function rowOf(event: KeyboardEvent): HTMLElement | null {
  return (event.target as HTMLElement).closest<HTMLElement>('[data-index]');
}

function moves(event: KeyboardEvent, options: GridKeysOptions): boolean {
  const { order, selection, focusedIndex } = options;
  if (event.altKey || (event.metaKey && event.key === 'ArrowUp')) return false;
  const inView = options.inView();
  const key = alongText(event.key);
  if (inView.columns === 1 && (key === 'ArrowRight' || key === 'ArrowLeft')) {
    const row = rowOf(event);
    const target = key === 'ArrowRight' ? row?.querySelector<HTMLElement>('[data-does="menu"]') : row;
    target?.focus();
    return target !== undefined && target !== null;
  }
  const target = moveIndex(key, focusedIndex, order.rows.length, inView);
  const targetId = target === undefined ? undefined : order.rows[target];
  if (target === undefined || targetId === undefined) return false;
  options.moveFocus(target);
  const isFocusOnly = event.ctrlKey || event.metaKey;
  updateSelection(selection, (state) => {
    if (event.shiftKey) return extendTo(state, order, targetId);
    // A selection follows the arrows; without one, or with Ctrl, only the keyboard moves.
    return isFocusOnly || state.selected.size === 0 ? focusRow(state, targetId) : selectOnly(state, targetId);
  });
  return true;
}

function commands(event: KeyboardEvent, options: GridKeysOptions): boolean {
  const { index, order, selection, focusedIndex } = options;
  const row = order.rows[focusedIndex];
  const entry = row === undefined ? undefined : index.entryOf(row);
  const object = entry?.type === 'object' ? entry : undefined;
  const isCommand = event.ctrlKey || event.metaKey;
  const isOnControl = (event.target as HTMLElement).matches('button, input');
  switch (event.key) {
    case 'ArrowUp':
      options.onParent();
      return true;
    case 'Backspace':
      if (event.metaKey) options.onDelete();
      else options.onParent();
      return true;
    case 'Delete':
      options.onDelete();
      return true;
    case 'F2':
      options.onRename();
      return true;
    case 'Enter':
      if (row === undefined || isCommand || isOnControl) return false;
      if (event.altKey && object) options.onPreview(object, 'details');
      else if (event.altKey) options.onSummary();
      else options.onOpen(index.entryOf(row));
      return true;
    case ' ':
      if (row === undefined || isOnControl) return false;
      // Quick Look; with a selection, or with Ctrl, it chooses instead.
      if (!isCommand && selection.getState().selected.size === 0 && object)
        options.onPreview(options.isPreviewing ? undefined : object);
      else updateSelection(selection, (state) => toggle(state, row));
      return true;
    case 'Escape':
      if (options.isPreviewing) options.onPreview(undefined);
      else updateSelection(selection, clearSelection);
      return true;
    case 'a':
      if (isCommand) updateSelection(selection, (state) => selectAll(state, order));
      return isCommand;
    case '.':
      if (isCommand || !areSingleKeysOn()) return false;
      options.onShare();
      return true;
    case 'ContextMenu':
    case 'F10': {
      const element = rowOf(event);
      if (row === undefined || element === null || (event.key === 'F10' && !event.shiftKey)) return false;
      options.onMenu(index.entryOf(row), element);
      return true;
    }
    default:
      return false;
  }
}

function jumps(event: KeyboardEvent, options: GridKeysOptions, typed: RefObject<TypedLetters | undefined>): boolean {
  const { index, order, selection, focusedIndex } = options;
  const isLetter =
    Array.from(event.key).length === 1 && event.key.trim() !== '' && event.key !== '/' && event.key !== '?';
  if (!isLetter || event.ctrlKey || event.metaKey || event.altKey) return false;
  typed.current = typeLetter(typed.current, event.key, event.timeStamp);
  const nameAt = (place: number): string => index.nameOf(order.rows[place] ?? 0);
  const found = findTyped(nameAt, order.rows.length, focusedIndex, typed.current.text);
  const foundId = order.rows[found];
  if (foundId === undefined) return false;
  options.moveFocus(found);
  updateSelection(selection, (state) => focusRow(state, foundId));
  return true;
}
