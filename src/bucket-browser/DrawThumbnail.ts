import type { ListedObjectEntry } from '#listing/ListedObjectEntry.ts';

/**
 * A small picture of an object; undefined where there is none to be had: it is no image, or too large a one. Rejects when
 * it could not be fetched, and with the signal's reason.
 */
export type DrawThumbnail = (object: ListedObjectEntry, signal: AbortSignal) => Promise<Blob | undefined>;
