import type { RowOrder } from './RowOrder.ts';

/** Which rows are chosen, where a range starts, and which row has the keyboard. */
export interface Selection {
  readonly selected: ReadonlySet<string>;
  readonly anchorId?: string;
  readonly focusedId?: string;
}

export const NOTHING_SELECTED: Selection = { selected: new Set() };

/** Moves the keyboard only. */
export function focusRow(selection: Selection, id: string): Selection {
  return { ...selection, focusedId: id };
}

export function selectOnly(_selection: Selection, id: string): Selection {
  return { selected: new Set([id]), anchorId: id, focusedId: id };
}

export function toggle(selection: Selection, id: string): Selection {
  const selected = new Set(selection.selected);
  if (!selected.delete(id)) selected.add(id);
  return { selected, anchorId: id, focusedId: id };
}

/** From the anchor to `id`, both included; the anchor stays, so that the range can shrink again. */
export function extendTo(selection: Selection, order: RowOrder, id: string): Selection {
  const anchorId = selection.anchorId ?? selection.focusedId ?? id;
  const from = order.indexOf(anchorId);
  const to = order.indexOf(id);
  if (from < 0 || to < 0) return selectOnly(selection, id);
  const range = order.ids.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { selected: new Set(range), anchorId, focusedId: id };
}

export function selectAll(selection: Selection, order: RowOrder): Selection {
  return { ...selection, selected: new Set(order.ids) };
}

export function clearSelection(selection: Selection): Selection {
  return { ...selection, selected: new Set() };
}

/**
 * After the rows changed: what is gone is no longer chosen, and the keyboard goes to the row that took the place of
 * the focused one (the next after a delete), never to nowhere.
 */
export function keepShown(selection: Selection, order: RowOrder, focusedIndexBefore: number): Selection {
  const stays = (id: string | undefined): id is string => id !== undefined && order.indexOf(id) >= 0;
  const isUnchanged =
    (selection.focusedId === undefined || stays(selection.focusedId)) && [...selection.selected].every(stays);
  if (isUnchanged) return selection;
  const selected = new Set([...selection.selected].filter(stays));
  const focusedId = stays(selection.focusedId)
    ? selection.focusedId
    : order.ids[Math.min(Math.max(0, focusedIndexBefore), order.ids.length - 1)];
  const anchorId = stays(selection.anchorId) ? selection.anchorId : focusedId;
  return {
    selected,
    ...(anchorId === undefined ? {} : { anchorId }),
    ...(focusedId === undefined ? {} : { focusedId }),
  };
}
