import type { ListingIndex } from '#listing/ListingIndex.ts';

/** What is known of one prefix. Grows page by page; TanStack Query holds it and never looks inside. */
export interface Listing {
  /** The same while it grows and is written to; a refresh brings another. */
  readonly index: ListingIndex;
  /** Of the index when this was made. */
  readonly version: number;
  /** False while later pages are on their way. */
  readonly isComplete: boolean;
  /** When its first request left, by this machine's clock; writes that end later are added to it. */
  readonly startedAt: number;
}
