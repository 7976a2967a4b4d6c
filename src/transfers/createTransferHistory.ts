import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { BucketLocation } from '#cos/CosObject.ts';
import { toFailure } from '#lib/Failure.ts';
import type { Failure } from '#lib/Failure.ts';
import type { JournalStore } from '#lib/JournalStore.ts';
import { isMovedRecord } from './MovedRecord.ts';
import type { MovedRecord } from './MovedRecord.ts';
import type { Timers } from './Timers.ts';
import type { TransferEngine } from './TransferEngine.ts';
import type { Transfer, TransferId } from './TransferState.ts';

/** What was moved, over all visits of this browser. */
export interface TransferHistory {
  readonly store: StoreApi<HistoryState>;
  /** Reads what other visits and other tabs have left. */
  readonly load: () => Promise<void>;
  readonly clear: () => Promise<void>;
}

export interface HistoryState {
  /** The newest first; undefined until they were read. */
  readonly records: readonly MovedRecord[] | undefined;
  /** Why they could not be read or written the last time. */
  readonly failure: Failure | undefined;
}

/** More is nobody's memory; the oldest make room. */
const MOST_RECORDS = 10_000;
/**
 * [Note: The history is written in batches] The first end after a quiet second is written at once, because the page may be
 * closed the next moment, and a write that begins then is lost. What ends after it has one write per second: 100,000
 * small files end in minutes.
 */
const GATHER_MS = 1000;
/** Making room reads the count of all, so it is done once for so many. */
const MAKE_ROOM_EVERY = 500;
const ALL = ['moved'] as const;

/**
 * Notes every transfer that ends well, under `['moved', endedAt, page, number]`, so that time is the order and two
 * tabs do not meet. A browser that gives no room keeps no history, and the transfers go on.
 */
export function createTransferHistory(options: {
  readonly engine: Pick<TransferEngine, 'subscribe'>;
  readonly journal: JournalStore;
  readonly timers: Timers;
  readonly locationOf: (connectionId: string) => BucketLocation;
  /** Unlike that of any other page. */
  readonly pageId: string;
}): TransferHistory {
  const { engine, journal, timers, locationOf, pageId } = options;
  const store = createStore<HistoryState>(() => ({ records: undefined, failure: undefined }));
  const begun = new Map<TransferId, number>();
  let pending: MovedRecord[] = [];
  let isWaiting = false;
  let written = 0;
  let sinceRoomWasMade = MAKE_ROOM_EVERY;
  let writing: Promise<void> = Promise.resolve();

  const fail = (error: unknown): void => store.setState({ failure: toFailure(error) });

  async function write(records: readonly MovedRecord[]): Promise<void> {
    try {
      const entries = records.map((value) => ({ key: [...ALL, value.endedAt, pageId, (written += 1)], value }));
      await journal.putAll(entries);
      sinceRoomWasMade += records.length;
      if (sinceRoomWasMade < MAKE_ROOM_EVERY) return;
      sinceRoomWasMade = 0;
      await journal.keepLast(ALL, MOST_RECORDS);
    } catch (error) {
      fail(error);
    }
  }

  function flush(): Promise<void> {
    const records = pending;
    pending = [];
    if (records.length > 0) {
      writing = writing.then(() => write(records));
      const { records: shown } = store.getState();
      if (shown) store.setState({ records: [...records.toReversed(), ...shown].slice(0, MOST_RECORDS) });
    }
    return writing;
  }

  function note(transfer: Transfer): void {
    const { id, direction, connectionId, key, name, sizeBytes, addedAt, state } = transfer;
    if (state.status === 'running' && !begun.has(id)) begun.set(id, timers.now());
    if (state.status !== 'completed') return;
    const { etag, verified, crc64, requestId } = state;
    const endedAt = state.completedAt.getTime();
    const durationMs = Math.max(0, endedAt - (begun.get(id) ?? addedAt.getTime()));
    begun.delete(id);
    const { bucket, region } = locationOf(connectionId);
    pending.push({
      version: 1,
      endedAt,
      durationMs,
      direction,
      bucket,
      region,
      key,
      name,
      sizeBytes,
      etag,
      verified,
      ...(crc64 === undefined ? {} : { crc64 }),
      ...(requestId === undefined ? {} : { requestId }),
    });
  }

  function flushInTurn(): void {
    if (isWaiting || pending.length === 0) return;
    isWaiting = true;
    void flush();
    timers.setTimeout(() => {
      isWaiting = false;
      flushInTurn();
    }, GATHER_MS);
  }

  engine.subscribe((events) => {
    for (const event of events) {
      if (event.type === 'changed') note(event.transfer);
      else if (event.type === 'removed') for (const id of event.ids) begun.delete(id);
    }
    flushInTurn();
  });

  return {
    store,
    load: async () => {
      try {
        await flush();
        const entries = await journal.entries(ALL);
        const records = entries.map(({ value }) => value).filter(isMovedRecord);
        store.setState({ records: records.toReversed(), failure: undefined });
      } catch (error) {
        fail(error);
      }
    },
    clear: async () => {
      try {
        await flush();
        await journal.remove(ALL);
        store.setState({ records: [], failure: undefined });
      } catch (error) {
        fail(error);
      }
    },
  };
}
