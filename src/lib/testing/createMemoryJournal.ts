import type { JournalEntry, JournalKey, JournalStore } from '../JournalStore.ts';

/** A journal that lives as long as the test: hand the same one to a second engine, and the first has crashed. */
export function createMemoryJournal(): JournalStore & { readonly size: () => number } {
  let entries: JournalEntry[] = [];
  return {
    size: () => entries.length,
    put: async (key, value) => {
      entries = [...entries.filter((entry) => !isSame(entry.key, key)), { key, value: structuredClone(value) }];
    },
    entries: async (prefix) => entries.filter((entry) => isBelow(prefix, entry.key)),
    remove: async (prefix) => {
      entries = entries.filter((entry) => !isBelow(prefix, entry.key));
    },
  };
}

function isBelow(prefix: JournalKey, key: JournalKey): boolean {
  return prefix.every((part, at) => key[at] === part);
}

function isSame(a: JournalKey, b: JournalKey): boolean {
  return a.length === b.length && isBelow(a, b);
}
