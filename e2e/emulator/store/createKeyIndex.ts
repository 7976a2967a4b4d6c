import { compareUtf8 } from './compareUtf8.ts';

/** The keys of one bucket in listing order. */
export interface KeyIndex {
  add(key: string): void;
  delete(key: string): void;
  /** Keys that start with `prefix` and come after `after`, ascending. Use it up before the index changes again. */
  after(prefix: string, after: string): Iterable<string>;
  /** Keys that start with `prefix` and come after every key that starts with `passed`. */
  past(prefix: string, passed: string): Iterable<string>;
}

/**
 * Sorting waits for the first reader: seeding 100,000 keys is 100,000 insertions into a set and then one sort and one
 * merge, and a page of a listing is a binary search.
 */
export function createKeyIndex(): KeyIndex {
  let sorted: readonly string[] = [];
  const added = new Set<string>();
  const removed = new Set<string>();

  function settle(): readonly string[] {
    if (added.size > 0 || removed.size > 0) {
      sorted = merge(sorted, [...added].toSorted(compareUtf8), removed);
      added.clear();
      removed.clear();
    }
    return sorted;
  }

  function* from(start: number, prefix: string): Iterable<string> {
    const keys = sorted;
    for (let index = start; index < keys.length; index++) {
      const key = keys[index] ?? '';
      if (!key.startsWith(prefix)) return;
      yield key;
    }
  }

  return {
    // A key that was removed since the last merge may be in both sets: the merge drops the old one and adds the new.
    add: (key) => void added.add(key),
    delete: (key) => {
      if (!added.delete(key)) removed.add(key);
    },
    after: (prefix, after) => {
      const start = firstWhere(settle(), (key) => compareUtf8(key, after) > 0 && compareUtf8(key, prefix) >= 0);
      return from(start, prefix);
    },
    past: (prefix, passed) => {
      const isPast = (key: string): boolean => !key.startsWith(passed) && compareUtf8(key, passed) > 0;
      const start = firstWhere(settle(), (key) => isPast(key) && compareUtf8(key, prefix) >= 0);
      return from(start, prefix);
    },
  };
}

/** Index of the first key for which `holds`; `holds` must be false up to some key and true from there on. */
function firstWhere(keys: readonly string[], holds: (key: string) => boolean): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(keys[middle] ?? '')) high = middle;
    else low = middle + 1;
  }
  return low;
}

function merge(old: readonly string[], fresh: readonly string[], removed: ReadonlySet<string>): readonly string[] {
  const merged: string[] = [];
  let next = 0;
  for (const key of old) {
    let candidate = fresh[next];
    while (candidate !== undefined && compareUtf8(candidate, key) < 0) {
      merged.push(candidate);
      candidate = fresh[++next];
    }
    if (!removed.has(key)) merged.push(key);
  }
  for (; next < fresh.length; next++) merged.push(fresh[next] ?? '');
  return merged;
}
