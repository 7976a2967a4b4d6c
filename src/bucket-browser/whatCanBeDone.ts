import type { ListingEntry } from '#listing/ListingEntry.ts';

/** What the keys may not do, each with the reason to show. */
export type DeniedActions = Readonly<Partial<Record<'upload' | 'download' | 'share' | 'delete', string | undefined>>>;

export interface Possibilities {
  readonly download: boolean;
  readonly share: boolean;
  readonly rename: boolean;
  /** Something chosen cannot be named in a URL, so it is never requested. */
  readonly hasUnsafe: boolean;
}

/** What makes sense for these rows. Deleting always does: it names keys in a request body, never in a URL. */
export function whatCanBeDone(chosen: readonly ListingEntry[]): Possibilities {
  const hasUnsafe = chosen.some((entry) => entry.type === 'object' && !entry.addressable);
  const areObjects = chosen.length > 0 && chosen.every((entry) => entry.type === 'object');
  return {
    download: chosen.length > 0 && !hasUnsafe,
    share: areObjects && !hasUnsafe && chosen.length === 1,
    rename: chosen.length === 1,
    hasUnsafe,
  };
}
