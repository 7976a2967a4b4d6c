import type { ListingEntry } from '#listing/ListingEntry.ts';

/** What is known of one prefix. Grows page by page; TanStack Query holds it and never looks inside. */
export interface Listing {
  /** In the order of COS: by the bytes of the key. */
  readonly entries: readonly ListingEntry[];
  /** False while later pages are on their way. */
  readonly isComplete: boolean;
  /** When its first request left, by this machine's clock; writes that end later are added to it. */
  readonly startedAt: number;
}
