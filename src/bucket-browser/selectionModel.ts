import type { ListingIndex } from '#listing/ListingIndex.ts';
import { RowSet } from '#listing/RowSet.ts';
import type { RowOrder } from './RowOrder.ts';

/** Which rows of an index are chosen, where a range starts, and which row has the keyboard. */
export interface Selection {
  /** Whose rows these are; undefined until a list is there. */
  readonly index?: ListingIndex;
  readonly selected: RowSet;
  readonly anchor?: number;
  readonly focused?: number;
  /** What is chosen is a range from the anchor to this place of this order, and nothing else. */
  readonly range?: { readonly order: RowOrder; readonly reach: number };
  /** The key or prefix the keyboard goes to as soon as it is listed. */
  readonly startAt?: string;
  /** Where the keyboard goes when its row goes away: the new key or prefix of what is being renamed. */
  readonly follow?: string;
}

export const NOTHING_SELECTED: Selection = { selected: RowSet.empty };

/** Moves the keyboard only. */
export function focusRow({ startAt: _startAt, follow: _follow, ...selection }: Selection, row: number): Selection {
  return { ...selection, focused: row };
}

export function selectOnly(selection: Selection, row: number): Selection {
  return { ...focusRow(choose(selection, RowSet.of([row])), row), anchor: row };
}

export function toggle(selection: Selection, row: number): Selection {
  const { selected } = selection;
  const toggled = selected.has(row) ? selected.without(row) : selected.with([row]);
  return { ...focusRow(choose(selection, toggled), row), anchor: row };
}

/** These rows and no others; the keyboard stays where it is. */
export function choose({ range: _range, ...selection }: Selection, selected: RowSet): Selection {
  return { ...selection, selected };
}

/**
 * From the anchor to `row`, both included; the anchor stays, so that the range can shrink again. A range that grows or
 * shrinks touches only the rows between its old end and its new one, however long it is.
 */
export function extendTo(selection: Selection, order: RowOrder, row: number): Selection {
  const anchor = selection.anchor ?? selection.focused ?? row;
  const from = order.indexOf(anchor);
  const to = order.indexOf(row);
  if (from < 0 || to < 0) return selectOnly(selection, row);
  const { range } = selection;
  const selected =
    range?.order === order
      ? moveEnd(selection.selected, order, [from, range.reach], [from, to])
      : RowSet.of(between(order, Math.min(from, to), Math.max(from, to)));
  return { ...focusRow(selection, row), selected, anchor, range: { order, reach: to } };
}

type Ends = readonly [anchor: number, reach: number];

function moveEnd(selected: RowSet, order: RowOrder, before: Ends, after: Ends): RowSet {
  const [oldLow, oldHigh, low, high] = [
    Math.min(...before),
    Math.max(...before),
    Math.min(...after),
    Math.max(...after),
  ];
  return selected
    .minus(between(order, oldLow, low - 1))
    .minus(between(order, high + 1, oldHigh))
    .with(between(order, low, oldLow - 1))
    .with(between(order, oldHigh + 1, high));
}

/** The rows at these places, both included; none when they are the wrong way round. */
function between(order: RowOrder, low: number, high: number): Int32Array {
  return order.rows.subarray(low, Math.max(low, high + 1));
}

export function selectAll(selection: Selection, order: RowOrder): Selection {
  return choose(selection, RowSet.of(order.rows));
}

export function clearSelection(selection: Selection): Selection {
  return choose(selection, RowSet.empty);
}

/**
 * The same choice in the index that a refresh brought, by name. Rows that are not there any more drop out, and a
 * selection of everything is one again.
 */
export function moveTo(selection: Selection, index: ListingIndex): Selection {
  const { index: old, selected, anchor, focused, startAt, follow } = selection;
  if (old === index) return selection;
  const rowIn = (row: number | undefined): number | undefined => {
    const found = row === undefined || old === undefined ? -1 : index.rowOf(keyOf(old, row));
    return found < 0 ? undefined : found;
  };
  const wasAll = old !== undefined && selected.size > 0 && selected.size === old.count;
  const moved = wasAll ? RowSet.of(index.rows()) : RowSet.of(rowsIn(selected, rowIn));
  const newAnchor = rowIn(anchor);
  const newFocused = rowIn(focused) ?? followed(index, follow);
  return {
    index,
    selected: moved,
    ...(newAnchor === undefined ? {} : { anchor: newAnchor }),
    ...(newFocused === undefined ? {} : { focused: newFocused }),
    ...(startAt === undefined ? {} : { startAt }),
    ...(follow === undefined ? {} : { follow }),
  };
}

/** The row with the keyboard; -1 when there is none in this index. */
export function focusedIn(selection: Selection, index: ListingIndex): number {
  const { focused, startAt } =
    selection.index === index ? selection : moveTo({ ...selection, selected: RowSet.empty }, index);
  if (focused !== undefined) return focused;
  return startAt === undefined ? -1 : index.rowOf(startAt);
}

/**
 * After the rows changed: what is gone is no longer chosen, and the keyboard goes to the row that took the place of
 * the focused one (the next after a delete, see `nextPlace`), never to nowhere.
 */
export function keepShown(selection: Selection, order: RowOrder, placeOfNext: () => number): Selection {
  const stays = (row: number | undefined): row is number => row !== undefined && order.indexOf(row) >= 0;
  const { selected, focused, anchor } = selection;
  let isUnchanged = focused === undefined || stays(focused);
  for (const row of selected) {
    if (!isUnchanged) break;
    isUnchanged = stays(row);
  }
  if (isUnchanged) return selection;
  const { anchor: _anchor, focused: _focused, range: _range, ...rest } = selection;
  const next = selection.index === undefined ? undefined : followed(selection.index, selection.follow);
  const nowFocused = [focused, next].find(stays) ?? order.rows[Math.min(placeOfNext(), order.rows.length - 1)];
  const nowAnchor = stays(anchor) ? anchor : nowFocused;
  return {
    ...rest,
    selected: RowSet.of(rowsIn(selected, (row) => (stays(row) ? row : undefined))),
    ...(nowAnchor === undefined ? {} : { anchor: nowAnchor }),
    ...(nowFocused === undefined ? {} : { focused: nowFocused }),
  };
}

function followed(index: ListingIndex, follow: string | undefined): number | undefined {
  const row = follow === undefined ? -1 : index.rowOf(follow);
  return row < 0 ? undefined : row;
}

function keyOf(index: ListingIndex, row: number): string {
  const entry = index.entryOf(row);
  return entry.type === 'folder' ? entry.prefix : entry.key;
}

function* rowsIn(rows: RowSet, find: (row: number) => number | undefined): Generator<number> {
  for (const row of rows) {
    const found = find(row);
    if (found !== undefined) yield found;
  }
}
