import { deleteDB, openDB } from 'idb';
import type { IDBPDatabase } from 'idb';
import { FailureError } from './FailureError.ts';
import type { JournalEntry, JournalKey, JournalStore } from './JournalStore.ts';

/** A store per machine. A new one is added at the end, and `VERSION` goes up with it. */
const STORES = ['uploads', 'history', 'downloads', 'operations'] as const;
const VERSION = 4;
const DATABASE = 'beeline';

/**
 * Opens the app's one database at the first use.
 *
 * [Note: What a crash leaves] IndexedDB's relaxed durability survives a killed browser (measured: 5 of 5); only a
 * power cut may lose the last moments, and those are asked of the server. Secrets are never written here.
 */
export function openJournal(): (store: (typeof STORES)[number]) => JournalStore {
  let opening: Promise<IDBPDatabase> | undefined;
  const database = (): Promise<IDBPDatabase> => (opening ??= open(() => (opening = undefined)));
  return (name) => ({
    put: (key, value) => guarded(async () => void (await (await database()).put(name, value, [...key]))),
    putAll: (entries) =>
      guarded(async () => {
        const transaction = (await database()).transaction(name, 'readwrite');
        for (const { key, value } of entries) transaction.store.put(value, [...key]).catch(() => undefined);
        await transaction.done;
      }),
    remove: (prefix) => guarded(async () => (await database()).delete(name, below(prefix))),
    keepLast: (prefix, most) =>
      guarded(async () => {
        const { store, done } = (await database()).transaction(name, 'readwrite');
        const range = below(prefix);
        const surplus = (await store.count(range)) - most;
        const keys = surplus > 0 ? await store.getAllKeys(range, surplus) : [];
        const [first] = keys;
        const last = keys.at(-1);
        if (first !== undefined && last !== undefined) await store.delete(IDBKeyRange.bound(first, last));
        await done;
      }),
    entries: (prefix) =>
      guarded(async () => {
        const store = (await database()).transaction(name).store;
        const range = below(prefix);
        const [keys, values] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
        return keys.map((key, index): JournalEntry => ({ key: key as JournalKey, value: values[index] as unknown }));
      }),
  });
}

/** Removes the database with all that is in it. Rejects when another tab does not let it go. */
export async function removeJournal(): Promise<void> {
  if (!('indexedDB' in globalThis)) return; // Some embedded views have none, and so nothing was kept.
  await new Promise<void>((resolve, reject) => {
    deleteDB(DATABASE, { blocked: () => reject(new Error('Another tab keeps the database open')) }).then(
      resolve,
      reject,
    );
  });
}

function open(forget: () => void): Promise<IDBPDatabase> {
  return openDB(DATABASE, VERSION, {
    upgrade: (database) => {
      for (const store of STORES) {
        if (!database.objectStoreNames.contains(store)) database.createObjectStore(store);
      }
    },
    // A newer version of the app in another tab wants to change the stores: let it, and open again when needed.
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      forget();
    },
    terminated: forget,
  });
}

/** Arrays sort after numbers and strings (Indexed Database API, "compare two keys"), so `[…, []]` is past all of them. */
function below(prefix: JournalKey): IDBKeyRange {
  return IDBKeyRange.bound([...prefix], [...prefix, []]);
}

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const message = error instanceof Error || error instanceof DOMException ? error.name : String(error);
    throw new FailureError({ kind: 'local', code: 'StorageUnavailable', message }, { cause: error });
  }
}
