import type { ListedObject } from '#cos/CosObject.ts';
import type { Prefix } from '#cos/objectKey.ts';
import type { ObjectColumns } from '#cos/ObjectColumns.ts';
import type { ListingEntry } from './ListingEntry.ts';
import type { RowBlock } from './RowBlock.ts';

export interface IndexBlock extends RowBlock {
  /** The marker its page was asked with, `''` for the first; undefined for rows our own writes added. */
  readonly after: string | undefined;
  readonly firstRow: number;
  /** Grows when one of its rows is written anew. */
  readonly edits: number;
}

/**
 * All that is known of a prefix, however much it is, in columns. See `[Note: A row is a number]`. The object that only
 * says that the prefix itself exists (`a/` in `a/`) is not among the rows.
 */
export interface ListingIndex {
  readonly prefix: Prefix;
  /** Everything below, not folded into folders. */
  readonly isRecursive: boolean;
  readonly blocks: readonly IndexBlock[];
  /** How many rows there are. */
  readonly count: number;
  /** Grows with every change. */
  readonly version: number;
  /** Takes the rows of a page as they are; pages must not overlap. */
  addPage(after: string, columns: ObjectColumns): void;
  /** Written by ourselves; folders that objects below them make exist. What is there already is changed in its place. */
  put(folders: readonly Prefix[], objects: readonly ListedObject[]): void;
  delete(keysOrPrefixes: readonly string[]): void;
  /** -1 when it is not here. */
  rowOf(keyOrPrefix: string): number;
  /** Every row: folders first, both in the order of COS. Do not change it. */
  rows(): Int32Array;
  /** The same object for the same row, while it is on the screen. */
  entryOf(row: number): ListingEntry;
  /** As `ListingEntry.name`. */
  nameOf(row: number): string;
  isFolder(row: number): boolean;
  sizeOf(row: number): number;
  isAlive(row: number): boolean;
}
