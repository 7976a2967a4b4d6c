import { packEtag } from './etagBytes.ts';
import type { ListedObject } from './CosObject.ts';
import type { ObjectColumns } from './ObjectColumns.ts';
import { ownText } from './ownText.ts';

/** Takes rows one by one and makes columns of them. All common prefixes go in before the first object. */
export interface ColumnWriter {
  readonly addFolder: (name: string) => void;
  readonly addObject: (name: string, sizeBytes: number, timeMs: number, etag: string, storageClass: string) => void;
  readonly finish: () => ObjectColumns;
}

const encoder = new TextEncoder();

/** @param capacity at most this many rows will come */
export function createColumnWriter(capacity: number): ColumnWriter {
  let names = new Uint8Array(capacity * 48);
  let used = 0;
  let count = 0;
  let folderCount = 0;
  const ends = new Uint32Array(capacity);
  const sizes = new Float64Array(capacity);
  const times = new Float64Array(capacity);
  const md5s = new Uint8Array(capacity * 16);
  const partCounts = new Uint16Array(capacity);
  const classes = new Uint8Array(capacity);
  const oddEtags = new Map<number, string>();
  const storageClasses: string[] = [];

  function addName(name: string): void {
    const most = used + name.length * 3;
    if (most > names.length) {
      const grown = new Uint8Array(Math.max(most, names.length * 2));
      grown.set(names.subarray(0, used));
      names = grown;
    }
    let at = 0;
    for (; at < name.length; at += 1) {
      const code = name.charCodeAt(at);
      if (code > 127) break;
      names[used + at] = code;
    }
    used += at === name.length ? at : encoder.encodeInto(name, names.subarray(used)).written;
    ends[count] = used;
    count += 1;
  }

  return {
    addFolder: (name) => {
      addName(name);
      folderCount += 1;
    },
    addObject: (name, sizeBytes, timeMs, etag, storageClass) => {
      const row = count;
      addName(name);
      sizes[row] = sizeBytes;
      times[row] = timeMs;
      const partCount = packEtag(etag, md5s, row);
      if (partCount === undefined) oddEtags.set(row, ownText(etag));
      else partCounts[row] = partCount;
      let known = storageClasses.indexOf(storageClass);
      if (known < 0) known = storageClasses.push(ownText(storageClass)) - 1;
      classes[row] = known;
    },
    finish: () => ({
      count,
      folderCount,
      names: names.slice(0, used),
      ends: ends.slice(0, count),
      sizes: sizes.slice(0, count),
      times: times.slice(0, count),
      md5s: md5s.slice(0, count * 16),
      partCounts: partCounts.slice(0, count),
      oddEtags,
      classes: classes.slice(0, count),
      storageClasses,
    }),
  };
}

/** The same columns from rows that are objects already. */
export function columnsOf(
  prefix: string,
  commonPrefixes: readonly string[],
  objects: readonly ListedObject[],
): ObjectColumns {
  const writer = createColumnWriter(commonPrefixes.length + objects.length);
  for (const folder of commonPrefixes) writer.addFolder(folder.slice(prefix.length));
  for (const { key, sizeBytes, lastModified, etag, storageClass } of objects) {
    writer.addObject(key.slice(prefix.length), sizeBytes, lastModified.getTime(), etag, storageClass);
  }
  return writer.finish();
}
