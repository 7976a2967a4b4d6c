import type { ObjectColumns } from '#cos/ObjectColumns.ts';
import type { RowWish } from './RowWish.ts';

/** To the worker: blocks it does not have yet or that changed, by their number; then what to do with which rows. */
export interface ArrangeRequest {
  readonly id: number;
  readonly blocks: readonly (readonly [number, ObjectColumns])[];
  readonly rows: Int32Array;
  readonly wish: RowWish;
}

export type ArrangeAnswer =
  | { readonly id: number; readonly type: 'progress'; readonly fraction: number }
  | { readonly id: number; readonly type: 'arranged'; readonly rows: Int32Array }
  | { readonly id: number; readonly type: 'failed'; readonly message: string };
