import { isAddressable } from '#cos/objectKey.ts';
import type { ListingIndex } from '#listing/ListingIndex.ts';
import type { RowSet } from '#listing/RowSet.ts';

/** What the keys may not do, each with the reason to show. */
export type DeniedActions = Readonly<
  Partial<Record<'upload' | 'newFolder' | 'download' | 'share' | 'move' | 'copy' | 'delete', string | undefined>>
>;

export interface Possibilities {
  readonly download: boolean;
  readonly share: boolean;
  readonly rename: boolean;
  /** Something chosen cannot be named in a URL, so it is never requested. */
  readonly hasUnsafe: boolean;
}

/** Only such names can be unsafe; looking at the letters is cheaper than making a URL of each of a million. */
const DOTS = /(?:^|\/)\.\.?(?:\/|$)/;

/** What makes sense for these rows. Deleting always does: it names keys in a request body, never in a URL. */
export function whatCanBeDone(index: ListingIndex, chosen: RowSet): Possibilities {
  const isPrefixSafe = isAddressable(`${index.prefix}x`);
  let hasUnsafe = false;
  let areObjects = chosen.size > 0;
  for (const row of chosen) {
    if (index.isFolder(row)) {
      areObjects = false;
      continue;
    }
    const name = index.nameOf(row);
    hasUnsafe ||= (!isPrefixSafe || DOTS.test(name)) && !isAddressable(index.prefix + name);
    if (hasUnsafe) break;
  }
  return {
    download: chosen.size > 0 && !hasUnsafe,
    share: areObjects && !hasUnsafe && chosen.size === 1,
    rename: chosen.size === 1,
    hasUnsafe,
  };
}
