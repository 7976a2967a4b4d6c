import type { ListingEntry } from '#listing/ListingEntry.ts';

/** Of a row, or of the folder as a whole. */
export interface OpenMenu {
  readonly entry?: ListingEntry;
  readonly anchor: HTMLElement | { readonly x: number; readonly y: number };
}
