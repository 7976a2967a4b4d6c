import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Remembered } from '#lib/createRemembered.ts';
import type { UploadRequestRecord } from '#share-dialog/UploadRequestRecord.ts';

/** The upload requests made in this browser, the newest first. No link and no key is in it: it outlives the page. */
export interface RequestMemory {
  readonly store: StoreApi<readonly UploadRequestRecord[]>;
  add(record: UploadRequestRecord): void;
  forget(prefix: string): void;
  forgetAll(): void;
}

const KEPT = 100;

export function createRequestMemory(kept: Remembered): RequestMemory {
  const store = createStore<readonly UploadRequestRecord[]>(() => parseRequests(kept.read()));
  const set = (records: readonly UploadRequestRecord[]): void => {
    store.setState(records, true);
    const rows = records.map(({ connectionId, prefix, title, note, expiresAt }) => [
      connectionId,
      prefix,
      title,
      note,
      expiresAt.getTime(),
    ]);
    kept.write(rows.length === 0 ? undefined : JSON.stringify(rows));
  };
  return {
    store,
    add: (record) => set([record, ...store.getState()].slice(0, KEPT)),
    forgetAll: () => set([]),
    forget: (prefix) => set(store.getState().filter((record) => record.prefix !== prefix)),
  };
}

/** Storage may hold anything: what is no such row is left out. */
export function parseRequests(text: string | undefined): readonly UploadRequestRecord[] {
  let rows: unknown;
  try {
    rows = JSON.parse(text ?? '[]');
  } catch {
    return [];
  }
  return (Array.isArray(rows) ? rows : []).flatMap((row: unknown) => {
    if (!Array.isArray(row)) return [];
    const [connectionId, prefix, title, note, expires] = row as unknown[];
    const texts = [connectionId, prefix, title, note];
    if (!texts.every((each) => typeof each === 'string') || typeof expires !== 'number') return [];
    const expiresAt = new Date(expires);
    if (Number.isNaN(expiresAt.getTime()) || !String(prefix).endsWith('/')) return [];
    const [id = '', place = '', name = '', said = ''] = texts;
    return [{ connectionId: id, prefix: place, title: name, note: said, expiresAt }];
  });
}
