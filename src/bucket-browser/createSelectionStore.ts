import { createStore, type StoreApi } from 'zustand/vanilla';
import { NOTHING_SELECTED, type Selection } from './selectionModel.ts';

export type SelectionStore = StoreApi<Selection>;

/**
 * One per shown prefix. A row selects its own answer, so a change draws two rows and not the list.
 *
 * @param startAt the key or prefix that gets the keyboard first
 */
export function createSelectionStore(startAt?: string): SelectionStore {
  return createStore<Selection>(() => (startAt === undefined ? NOTHING_SELECTED : { ...NOTHING_SELECTED, startAt }));
}

/** Replaces the whole state: an optional field that went away must not linger. */
export function updateSelection(store: SelectionStore, change: (selection: Selection) => Selection): void {
  store.setState(change(store.getState()), true);
}
