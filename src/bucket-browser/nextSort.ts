import type { RowSort, SortColumn } from '#listing/RowWish.ts';

/**
 * What a click on a column's name asks for: names go up first, sizes and dates down, because the largest and the newest
 * are looked for; the second click turns it round, the third goes back to how it was.
 */
export function nextSort(sort: RowSort | undefined, by: SortColumn): RowSort | undefined {
  const startsDescending = by === 'size' || by === 'date';
  if (sort?.by !== by) return { by, isDescending: sort === undefined && by === 'name' ? true : startsDescending };
  return sort.isDescending === startsDescending ? { by, isDescending: !startsDescending } : undefined;
}
