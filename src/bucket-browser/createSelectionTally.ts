import { isAddressable } from '#cos/objectKey.ts';
import type { ListingIndex } from '#listing/ListingIndex.ts';
import { RowSet } from '#listing/RowSet.ts';

/** What is chosen, in numbers. */
export interface SelectionTotals {
  readonly count: number;
  readonly folders: number;
  /** Of the objects; what is in a folder is not known. */
  readonly bytes: number;
  /** Objects that no URL can name, so that they are never requested. */
  readonly unsafe: number;
}

/** Only such names can be unsafe; looking at the letters is cheaper than making a URL of each of a million. */
const DOTS = /(?:^|\/)\.\.?(?:\/|$)/;

/**
 * Adds up chosen rows. Asked again and again, it looks only at the rows that came or went since the last time, so a
 * range of 100,000 rows that grows by one costs one row.
 */
export function createSelectionTally(index: ListingIndex): (rows: RowSet) => SelectionTotals {
  const isPrefixSafe = isAddressable(`${index.prefix}x`);
  let counted = RowSet.empty;
  let version = index.version;
  let [folders, bytes, unsafe] = [0, 0, 0];

  const isUnsafe = (row: number): boolean => {
    const name = index.nameOf(row);
    return (!isPrefixSafe || DOTS.test(name)) && !isAddressable(index.prefix + name);
  };

  return (rows) => {
    // A row that was written anew may have another size than the one that was counted.
    if (version !== index.version) {
      counted = RowSet.empty;
      version = index.version;
      [folders, bytes, unsafe] = [0, 0, 0];
    }
    for (const row of rows.changesFrom(counted)) {
      const sign = rows.has(row) ? 1 : -1;
      if (index.isFolder(row)) folders += sign;
      else {
        bytes += sign * index.sizeOf(row);
        if (isUnsafe(row)) unsafe += sign;
      }
    }
    counted = rows;
    return { count: rows.size, folders, bytes, unsafe };
  };
}
