import type { ObjectColumns } from '#cos/ObjectColumns.ts';

/** Some of the common prefixes and some of the objects of a page: `[from, to)` each, counted from the page's first row. */
export function cutColumns(
  columns: ObjectColumns,
  folders: readonly [number, number],
  objects: readonly [number, number],
): ObjectColumns {
  const folderCount = folders[1] - folders[0];
  const count = folderCount + objects[1] - objects[0];
  if (count === columns.count) return columns;
  const sourceOf = (row: number): number => (row < folderCount ? folders[0] + row : objects[0] + row - folderCount);
  const bytes = (row: number): [number, number] => [
    row === 0 ? 0 : (columns.ends[row - 1] ?? 0),
    columns.ends[row] ?? 0,
  ];
  const names = new Uint8Array(lengthOf(columns, folders) + lengthOf(columns, objects));
  const ends = new Uint32Array(count);
  const sizes = new Float64Array(count);
  const times = new Float64Array(count);
  const md5s = new Uint8Array(count * 16);
  const partCounts = new Uint16Array(count);
  const classes = new Uint8Array(count);
  const oddEtags = new Map<number, string>();
  let used = 0;
  for (let row = 0; row < count; row += 1) {
    const source = sourceOf(row);
    const name = columns.names.subarray(...bytes(source));
    names.set(name, used);
    used += name.length;
    ends[row] = used;
    sizes[row] = columns.sizes[source] ?? 0;
    times[row] = columns.times[source] ?? 0;
    md5s.set(columns.md5s.subarray(source * 16, source * 16 + 16), row * 16);
    partCounts[row] = columns.partCounts[source] ?? 0;
    classes[row] = columns.classes[source] ?? 0;
    const odd = columns.oddEtags.get(source);
    if (odd !== undefined) oddEtags.set(row, odd);
  }
  const { storageClasses } = columns;
  return { count, folderCount, names, ends, sizes, times, md5s, partCounts, oddEtags, classes, storageClasses };
}

function lengthOf({ ends }: ObjectColumns, [from, to]: readonly [number, number]): number {
  return to === from ? 0 : (ends[to - 1] ?? 0) - (from === 0 ? 0 : (ends[from - 1] ?? 0));
}
