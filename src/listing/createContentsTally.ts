import type { ListedObject } from '#cos/CosObject.ts';
import type { ObjectColumns } from '#cos/ObjectColumns.ts';
import { nameInBlock } from './RowBlock.ts';

export interface Amount {
  readonly objects: number;
  readonly bytes: number;
}

/** How much there is, as far as it was counted. */
export interface ContentsCount extends Amount {
  readonly largestBytes: number;
  /** Undefined while nothing is counted. */
  readonly newest: Date | undefined;
  readonly byClass: ReadonlyMap<string, Amount>;
  readonly byKind: ReadonlyMap<string, Amount>;
}

/** Adds up objects without keeping any: a million cost no more memory than ten. */
export interface ContentsTally {
  readonly addObject: (object: ListedObject) => void;
  /** A page of everything below a prefix, not folded into folders. */
  readonly addPage: (columns: ObjectColumns) => void;
  readonly count: () => ContentsCount;
}

/** @param kindOf what an object is, by its name */
export function createContentsTally(kindOf: (name: string) => string): ContentsTally {
  let objects = 0;
  let bytes = 0;
  let largestBytes = 0;
  let newestMs = Number.NEGATIVE_INFINITY;
  const byClass = new Map<string, Amount>();
  const byKind = new Map<string, Amount>();

  function add(name: string, sizeBytes: number, timeMs: number, storageClass: string): void {
    objects += 1;
    bytes += sizeBytes;
    largestBytes = Math.max(largestBytes, sizeBytes);
    newestMs = Math.max(newestMs, timeMs);
    grow(byClass, storageClass, sizeBytes);
    grow(byKind, kindOf(name), sizeBytes);
  }

  return {
    addObject: ({ key, sizeBytes, lastModified, storageClass }) =>
      add(key, sizeBytes, lastModified.getTime(), storageClass),
    addPage: (columns) => {
      const { count, folderCount, sizes, times, classes, storageClasses } = columns;
      for (let row = folderCount; row < count; row += 1) {
        const storageClass = storageClasses[classes[row] ?? 0] ?? '';
        add(nameInBlock({ columns }, row), sizes[row] ?? 0, times[row] ?? 0, storageClass);
      }
    },
    count: () => ({
      objects,
      bytes,
      largestBytes,
      newest: Number.isFinite(newestMs) ? new Date(newestMs) : undefined,
      byClass: new Map(byClass),
      byKind: new Map(byKind),
    }),
  };
}

function grow(amounts: Map<string, Amount>, name: string, sizeBytes: number): void {
  const { objects, bytes } = amounts.get(name) ?? { objects: 0, bytes: 0 };
  amounts.set(name, { objects: objects + 1, bytes: bytes + sizeBytes });
}
