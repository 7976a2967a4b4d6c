import type { ListingIndex } from '#listing/ListingIndex.ts';
import { keyOf } from './Carried.ts';
import type { RowOrder } from './RowOrder.ts';

/** Rows as they are shown. */
export interface ShownRows {
  readonly index: ListingIndex;
  readonly order: RowOrder;
}

/** So many rows that go away at once are not looked through one by one. */
const MOST = 2000;

/**
 * Where the keyboard goes when the row it was on has gone: to the place of the next row that is still there. Others may
 * have come at the same moment, as the trash does with the first thing that goes into it, so the place itself says little.
 *
 * @param before where the row was, and among which rows
 */
export function nextPlace(before: ShownRows & { readonly place: number }, now: ShownRows): number {
  const { place, index, order } = before;
  for (const row of order.rows.subarray(place + 1, place + MOST)) {
    const found = now.order.indexOf(now.index.rowOf(keyOf(index.entryOf(row))));
    if (found >= 0) return found;
  }
  return place;
}
