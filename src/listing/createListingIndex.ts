import type { ListedObject } from '#cos/CosObject.ts';
import { compareKeys } from '#cos/compareKeys.ts';
import { columnsOf } from '#cos/createColumnWriter.ts';
import { etagAt, packEtag } from '#cos/etagBytes.ts';
import { baseName, isAddressable, type Prefix } from '#cos/objectKey.ts';
import type { ObjectColumns } from '#cos/ObjectColumns.ts';
import { baseOrder } from './baseOrder.ts';
import type { ListingEntry } from './ListingEntry.ts';
import type { IndexBlock, ListingIndex } from './ListingIndex.ts';
import { BLOCK_BITS, BLOCK_MASK, MAX_BLOCK_ROWS, nameInBlock } from './RowBlock.ts';

/** Entries kept ready-made: what is on the screen, a few times over. */
const KEPT_ENTRIES = 2000;

interface EditedBlock extends IndexBlock {
  edits: number;
}

/** An empty index of a prefix; pages come from `listInto`, writes from whoever made them. */
export function createListingIndex(prefix: Prefix, { isRecursive = false } = {}): ListingIndex {
  const blocks: EditedBlock[] = [];
  /** Rows our own writes added, by name: they lie between the rows of pages. */
  const added = new Map<string, number>();
  const gone = new Set<number>();
  const kept = new Map<number, ListingEntry>();
  let pages: IndexBlock[] | undefined;
  let order: Int32Array | undefined;
  let version = 0;
  let count = 0;

  function changed(): void {
    version += 1;
    order = undefined;
  }

  function addBlock(columns: ObjectColumns, after: string | undefined): IndexBlock {
    const block = { columns, after, firstRow: blocks.length << BLOCK_BITS, edits: 0 };
    blocks.push(block);
    count += columns.count;
    changed();
    return block;
  }

  const isAlive = (row: number): boolean => !gone.has(row);

  function remove(row: number): void {
    if (gone.has(row)) return;
    gone.add(row);
    kept.delete(row);
    count -= 1;
    changed();
  }

  function blockOf(row: number): EditedBlock {
    const block = blocks[row >>> BLOCK_BITS];
    if (block === undefined) throw new RangeError('No such row');
    return block;
  }

  const nameOf = (row: number): string => nameInBlock(blockOf(row), row & BLOCK_MASK);
  const isFolder = (row: number): boolean => (row & BLOCK_MASK) < blockOf(row).columns.folderCount;

  function sortedPages(): IndexBlock[] {
    pages ??= blocks
      .filter((block) => block.after !== undefined)
      .toSorted((a, b) => compareKeys(a.after ?? '', b.after ?? ''));
    return pages;
  }

  /** The row of a name, also a deleted one; -1 when it was never here. */
  function find(name: string): number {
    const known = added.get(name);
    if (known !== undefined) return known;
    const key = prefix + name;
    const sorted = sortedPages();
    const at = countWhere(0, sorted.length, (index) => compareKeys(sorted[index]?.after ?? '', key) < 0) - 1;
    const block = sorted[at];
    if (block === undefined) return -1;
    const { folderCount, count: rows } = block.columns;
    for (const [from, to] of [[0, folderCount] as const, [folderCount, rows] as const]) {
      const place = countWhere(from, to, (index) => compareKeys(nameInBlock(block, index), name) < 0);
      if (place < to && nameInBlock(block, place) === name) return block.firstRow + place;
    }
    return -1;
  }

  function entryOf(row: number): ListingEntry {
    const ready = kept.get(row);
    if (ready !== undefined) return ready;
    const { columns } = blockOf(row);
    const at = row & BLOCK_MASK;
    const name = nameOf(row);
    const key = prefix + name;
    const entry: ListingEntry = isFolder(row)
      ? { type: 'folder', prefix: key, name: baseName(name) }
      : {
          type: 'object',
          key,
          name,
          sizeBytes: columns.sizes[at] ?? 0,
          lastModified: new Date(columns.times[at] ?? 0),
          etag: etagAt(columns, at),
          storageClass: columns.storageClasses[columns.classes[at] ?? 0] ?? '',
          addressable: isAddressable(key),
        };
    if (kept.size >= KEPT_ENTRIES) kept.clear();
    kept.set(row, entry);
    return entry;
  }

  function overwrite(row: number, object: ListedObject): void {
    const block = blockOf(row);
    const { columns } = block;
    const at = row & BLOCK_MASK;
    const partCount = packEtag(object.etag, columns.md5s, at);
    const storageClass = columns.storageClasses.indexOf(object.storageClass);
    // A form these columns have no room for: the row goes, and comes again in columns of its own.
    if (partCount === undefined || storageClass < 0 || columns.oddEtags.has(at)) {
      remove(row);
      addNew([], [object]);
      return;
    }
    block.edits += 1;
    columns.partCounts[at] = partCount;
    columns.classes[at] = storageClass;
    columns.sizes[at] = object.sizeBytes;
    columns.times[at] = object.lastModified.getTime();
    kept.delete(row);
    if (gone.delete(row)) count += 1;
    changed();
  }

  function addNew(folders: readonly Prefix[], objects: readonly ListedObject[]): void {
    const parts = Math.ceil(Math.max(folders.length, objects.length) / (MAX_BLOCK_ROWS / 2));
    for (let part = 0; part < parts; part += 1) {
      const from = (part * MAX_BLOCK_ROWS) / 2;
      const to = from + MAX_BLOCK_ROWS / 2;
      const block = addBlock(columnsOf(prefix, folders.slice(from, to), objects.slice(from, to)), undefined);
      for (let at = 0; at < block.columns.count; at += 1) added.set(nameInBlock(block, at), block.firstRow + at);
    }
  }

  return {
    prefix,
    isRecursive,
    blocks,
    get count() {
      return count;
    },
    get version() {
      return version;
    },
    addPage(after, columns) {
      pages = undefined;
      if (columns.count === 0) return;
      const block = addBlock(columns, after);
      // What we wrote meanwhile is newer than what was listed, and it is there already.
      for (let at = 0; added.size > 0 && at < columns.count; at += 1) {
        if (added.has(nameInBlock(block, at))) remove(block.firstRow + at);
      }
    },
    put(folders, objects) {
      addNew(
        [...new Set(folders)].filter((folder) => find(folder.slice(prefix.length)) < 0),
        [...new Map(objects.map((object) => [object.key, object])).values()].filter((object) => {
          const row = find(object.key.slice(prefix.length));
          if (row >= 0) overwrite(row, object);
          return row < 0;
        }),
      );
      for (const folder of folders) {
        if (gone.delete(find(folder.slice(prefix.length)))) {
          count += 1;
          changed();
        }
      }
    },
    delete(keysOrPrefixes) {
      for (const key of keysOrPrefixes) {
        const row = find(key.slice(prefix.length));
        if (row >= 0) remove(row);
      }
    },
    rowOf(key) {
      const row = find(key.slice(prefix.length));
      return row >= 0 && isAlive(row) ? row : -1;
    },
    rows() {
      order ??= baseOrder(sortedPages(), [...added.values()].filter(isAlive), blocks, gone);
      return order;
    },
    entryOf,
    nameOf: (row) => (isFolder(row) ? nameOf(row).slice(0, -1) : nameOf(row)),
    isFolder,
    sizeOf: (row) => blocks[row >>> BLOCK_BITS]?.columns.sizes[row & BLOCK_MASK] ?? 0,
    isAlive,
  };
}

/** How many indexes from the first on satisfy a condition that holds up to some index and not behind it, plus `from`. */
function countWhere(from: number, to: number, holds: (index: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
