import type { ListingIndex } from '#listing/ListingIndex.ts';
import type { RowSet } from '#listing/RowSet.ts';
import { createSelectionTally, type SelectionTotals } from './createSelectionTally.ts';

/** What the keys may not do, each with the reason to show. */
export type DeniedActions = Readonly<Partial<Record<DeniableAction, string | undefined>>>;

type DeniableAction =
  | 'upload'
  | 'newFolder'
  | 'download'
  | 'share'
  | 'move'
  | 'copy'
  | 'delete'
  | 'edit'
  | 'access'
  | 'restoreArchived'
  | 'seeTags'
  | 'seeAccess'
  | 'seeVersions';

export interface Possibilities {
  readonly download: boolean;
  readonly share: boolean;
  readonly isOneObject: boolean;
  readonly rename: boolean;
  /** Something chosen cannot be named in a URL, so it is never requested. */
  readonly hasUnsafe: boolean;
}

/** What makes sense for these rows. Deleting always does: it names keys in a request body, never in a URL. */
export function whatCanBeDone(index: ListingIndex, chosen: RowSet): Possibilities {
  return possibilities(createSelectionTally(index)(chosen));
}

/** As `whatCanBeDone`, from what is known of the rows. */
export function possibilities({ count, folders, unsafe }: SelectionTotals): Possibilities {
  const hasUnsafe = unsafe > 0;
  return {
    download: count > 0 && !hasUnsafe,
    share: count > 0 && !hasUnsafe,
    isOneObject: count === 1 && folders === 0 && !hasUnsafe,
    rename: count === 1,
    hasUnsafe,
  };
}
