import type { ListedObjectEntry } from '#listing/ListedObjectEntry.ts';

/** The object that is looked at, among the rows that are shown. */
export interface PreviewWalk {
  /** Undefined while its row is not among those loaded, or filtered away. */
  readonly object: ListedObjectEntry | undefined;
  /** From 1, among the objects shown. */
  readonly position: { readonly at: number; readonly count: number } | undefined;
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
}
