import { matchFilter } from './matchFilter.ts';
import { matchNames } from './matchNames.ts';
import { BLOCK_BITS, BLOCK_MASK, extensionInBlock, nameInBlock, type RowBlock } from './RowBlock.ts';
import type { RowWish } from './RowWish.ts';
import { sortByName } from './sortByName.ts';
import { sortByNumber } from './sortByNumber.ts';

/** Up to here names are compared by language without being asked: 70 ms. Behind it, the order of COS is there at once. */
const NATURAL_BY_DEFAULT = 10_000;

/**
 * The rows that are wanted, in the order that is wanted: the same function here and in the worker. Yields how much of a
 * long sort is done, from 0 to 1.
 *
 * @param rows folders first, in the order of COS
 */
export function* arrangeRows(
  blocks: readonly RowBlock[],
  rows: Int32Array,
  { search, filter, sort, locale }: RowWish,
): Generator<number, Int32Array, undefined> {
  const blockOf = (row: number): RowBlock => {
    const block = blocks[row >>> BLOCK_BITS];
    if (block === undefined) throw new RangeError('No such row');
    return block;
  };
  const nameOf = (row: number): string => nameInBlock(blockOf(row), row & BLOCK_MASK);
  const extensionOf = (row: number): string => extensionInBlock(blockOf(row), row & BLOCK_MASK);
  const isFolder = (row: number): boolean => (row & BLOCK_MASK) < blockOf(row).columns.folderCount;

  const wanted = search.trim().toLocaleLowerCase();
  const named = wanted === '' ? rows : matching(rows, blocks, (block) => matchNames(block, wanted));
  const shown = filter === undefined ? named : matching(named, blocks, (block) => matchFilter(block, filter));
  let folderCount = 0;
  while (folderCount < shown.length && isFolder(shown[folderCount] ?? 0)) folderCount += 1;
  const folders = shown.subarray(0, folderCount);
  const objects = shown.subarray(folderCount);

  if (sort === undefined ? shown.length > NATURAL_BY_DEFAULT : sort.by !== 'name') {
    if (sort === undefined) return shown;
    const sorted = sortByNumber(objects, valueOf());
    return joined(folders, sort.isDescending ? sorted.toReversed() : sorted);
  }
  const sortedFolders = yield* sortByName(folders, nameOf, locale);
  const sortedObjects = yield* sortByName(objects, nameOf, locale);
  if (sort?.isDescending !== true) return joined(sortedFolders, sortedObjects);
  return joined(sortedFolders.toReversed(), sortedObjects.toReversed());

  function valueOf(): (row: number) => number {
    if (sort?.by === 'size') return (row) => blockOf(row).columns.sizes[row & BLOCK_MASK] ?? 0;
    if (sort?.by === 'date') return (row) => Math.max(0, blockOf(row).columns.times[row & BLOCK_MASK] ?? 0);
    const ranks = rankExtensions(objects, extensionOf, locale);
    return (row) => ranks.get(extensionOf(row)) ?? 0;
  }
}

function rankExtensions(
  rows: Int32Array,
  extensionOf: (row: number) => string,
  locale: string,
): ReadonlyMap<string, number> {
  const extensions = new Set<string>();
  for (const row of rows) extensions.add(extensionOf(row));
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return new Map([...extensions].toSorted(compare).map((extension, rank) => [extension, rank]));
}

function matching(rows: Int32Array, blocks: readonly RowBlock[], match: (block: RowBlock) => Uint8Array): Int32Array {
  const matches = blocks.map(match);
  return rows.filter((row) => matches[row >>> BLOCK_BITS]?.[row & BLOCK_MASK] === 1);
}

function joined(folders: Int32Array, objects: Int32Array): Int32Array {
  const all = new Int32Array(folders.length + objects.length);
  all.set(folders);
  all.set(objects, folders.length);
  return all;
}
