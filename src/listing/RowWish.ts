import type { RowFilter } from './rowFilter.ts';

export type SortColumn = 'name' | 'size' | 'date' | 'kind';

export interface RowSort {
  readonly by: SortColumn;
  readonly isDescending: boolean;
}

/** Which rows of an index to show, and in which order. Folders come first always. */
export interface RowWish {
  /** A part of the name, in any case; '' for all. */
  readonly search: string;
  /** Absent: rows of every kind, size and date. */
  readonly filter?: RowFilter;
  /** Absent: by name as people count, as long as that takes no time; the order of COS in a longer list. */
  readonly sort?: RowSort;
  /** BCP 47, for the order of names. */
  readonly locale: string;
}
