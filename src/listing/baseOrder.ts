import type { IndexBlock } from './ListingIndex.ts';
import { BLOCK_BITS, BLOCK_MASK, compareInBlocks } from './RowBlock.ts';

/**
 * The rows in the order of COS, folders first. Pages do not overlap, so they are put one behind the other without
 * comparing a name; only rows that were added afterwards are sorted in.
 *
 * @param pages in their order
 * @param added rows that lie anywhere between those of the pages
 */
export function baseOrder(
  pages: readonly IndexBlock[],
  added: readonly number[],
  blocks: readonly IndexBlock[],
  gone: ReadonlySet<number>,
): Int32Array {
  const most = pages.reduce((sum, { columns }) => sum + columns.count, added.length);
  const order = new Int32Array(most);
  let length = 0;

  function compareRows(a: number, b: number): number {
    const left = blocks[a >>> BLOCK_BITS];
    const right = blocks[b >>> BLOCK_BITS];
    return left && right ? compareInBlocks(left, a & BLOCK_MASK, right, b & BLOCK_MASK) : 0;
  }

  const isFolder = (row: number): boolean =>
    (row & BLOCK_MASK) < (blocks[row >>> BLOCK_BITS]?.columns.folderCount ?? 0);

  function append(wantsFolders: boolean): void {
    const start = length;
    for (const { columns, firstRow } of pages) {
      const from = wantsFolders ? 0 : columns.folderCount;
      const to = wantsFolders ? columns.folderCount : columns.count;
      for (let at = from; at < to; at += 1) {
        const row = firstRow + at;
        if (gone.size > 0 && gone.has(row)) continue;
        order[length] = row;
        length += 1;
      }
    }
    const own = added.filter((row) => isFolder(row) === wantsFolders).toSorted(compareRows);
    // From behind, so that every row moves once.
    let from = length - 1;
    length += own.length;
    let to = length - 1;
    for (let next = own.length - 1; next >= 0; next -= 1) {
      const row = own[next] ?? 0;
      while (from >= start && compareRows(order[from] ?? 0, row) > 0) {
        order[to] = order[from] ?? 0;
        to -= 1;
        from -= 1;
      }
      order[to] = row;
      to -= 1;
    }
  }

  append(true);
  append(false);
  return length === most ? order : order.slice(0, length);
}
