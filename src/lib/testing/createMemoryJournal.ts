import type { JournalEntry, JournalKey, JournalStore } from '../JournalStore.ts';

/** A journal that lives as long as the test: hand the same one to a second engine, and the first has crashed. */
export function createMemoryJournal(): JournalStore & { readonly size: () => number } {
  const entries = new Map<string, JournalEntry>();
  const put = (key: JournalKey, value: unknown): void => {
    entries.set(JSON.stringify(key), { key, value: structuredClone(value) });
  };
  const below = (prefix: JournalKey): JournalEntry[] =>
    [...entries.values()].filter(({ key }) => isBelow(prefix, key)).toSorted((a, b) => compare(a.key, b.key));
  const drop = (gone: readonly JournalEntry[]): void => {
    for (const { key } of gone) entries.delete(JSON.stringify(key));
  };
  return {
    size: () => entries.size,
    put: async (key, value) => put(key, value),
    putAll: async (added) => {
      for (const { key, value } of added) put(key, value);
    },
    entries: async (prefix) => below(prefix),
    keepLast: async (prefix, most) => {
      const found = below(prefix);
      drop(found.slice(0, Math.max(0, found.length - most)));
    },
    remove: async (prefix) => drop(below(prefix)),
  };
}

function isBelow(prefix: JournalKey, key: JournalKey): boolean {
  return prefix.every((part, at) => key[at] === part);
}

/** As IndexedDB orders them: numbers before strings, a shorter key before what it begins. */
function compare(a: JournalKey, b: JournalKey): number {
  for (const [at, left] of a.entries()) {
    const right = b[at];
    if (right === undefined) return 1;
    if (typeof left !== typeof right) return typeof left === 'number' ? -1 : 1;
    if (left !== right) return left < right ? -1 : 1;
  }
  return a.length - b.length;
}
