import type { ListingEntry } from './ListingEntry.ts';

/** A row that is an object. */
export type ListedObjectEntry = Extract<ListingEntry, { type: 'object' }>;
