import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Remembered } from '#lib/createRemembered.ts';
import type { LinkMade } from '#links/LinkMade.ts';

/** A link that was handed out from this browser. It opens nothing: no address, no signature and no token is in it. */
export interface MadeLink {
  readonly id: string;
  readonly connectionId: string;
  readonly kind: LinkMade['kind'];
  /** The first of the objects. */
  readonly keys: readonly string[];
  /** How many there were. */
  readonly count: number;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  readonly expiresAt: number;
}

export interface MadeLinks {
  /** The latest first. */
  readonly store: StoreApi<readonly MadeLink[]>;
  /** The same objects handed out again, as a copied link is, take the place of the older record. */
  note(connectionId: string, made: LinkMade): void;
  forget(id: string): void;
  forgetAll(): void;
}

export interface MadeLinksOptions {
  readonly kept: Remembered;
  /** Milliseconds since 1970, by the bucket's clock. */
  readonly now: () => number;
  readonly newId: () => string;
}

const MOST_RECORDS = 200;
/** Of each; who shares more shares them anew. */
export const MOST_KEPT_KEYS = 100;

/** What was shared, kept in this browser only. */
export function createMadeLinks({ kept, now, newId }: MadeLinksOptions): MadeLinks {
  const store = createStore<readonly MadeLink[]>(() => parseKept(kept.read()));

  function change(records: readonly MadeLink[]): void {
    store.setState(records, true);
    kept.write(records.length === 0 ? undefined : JSON.stringify(records));
  }

  return {
    store,
    note(connectionId, { kind, keys, expiresAt }) {
      const record: MadeLink = {
        id: newId(),
        connectionId,
        kind,
        keys: keys.slice(0, MOST_KEPT_KEYS),
        count: keys.length,
        madeAt: now(),
        expiresAt: expiresAt.getTime(),
      };
      const others = store.getState().filter((other) => !isSame(other, record));
      change([record, ...others].slice(0, MOST_RECORDS));
    },
    forget: (id) => change(store.getState().filter((record) => record.id !== id)),
    forgetAll: () => change([]),
  };
}

function isSame(a: MadeLink, b: MadeLink): boolean {
  return (
    a.connectionId === b.connectionId &&
    a.kind === b.kind &&
    a.count === b.count &&
    a.keys.every((key, at) => key === b.keys[at])
  );
}

/** Storage may hold anything. */
function parseKept(text: string | undefined): readonly MadeLink[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(list) ? list.filter(isMadeLink).slice(0, MOST_RECORDS) : [];
  } catch {
    return [];
  }
}

function isMadeLink(value: unknown): value is MadeLink {
  if (typeof value !== 'object' || value === null) return false;
  const { id, connectionId, kind, keys, count, madeAt, expiresAt } = value as Record<string, unknown>;
  return (
    [id, connectionId, kind].every((field) => typeof field === 'string') &&
    [count, madeAt, expiresAt].every((field) => typeof field === 'number') &&
    Array.isArray(keys) &&
    keys.length > 0 &&
    keys.every((key) => typeof key === 'string')
  );
}
