import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { createFailureGroups } from './createFailureGroups.ts';
import type { FailureGroup } from './createFailureGroups.ts';
import type { TransferEngine, TransferEvent } from './TransferEngine.ts';
import { isFinished } from './TransferState.ts';
import type { Transfer, TransferId, TransferState } from './TransferState.ts';

/** What the page knows of all transfers. Only the engine's events change it. */
export interface TransferStoreState {
  /**
   * Every transfer, and their order of adding. Both are changed in place, because copying 100,000 entries per event
   * would not be O(1): select `s.byId.get(id)` in a row, and `idsRevision` where `ids` is rendered.
   */
  readonly byId: ReadonlyMap<TransferId, Transfer>;
  readonly ids: readonly TransferId[];
  /** Grows whenever `ids` changes. */
  readonly idsRevision: number;
  readonly totals: TransferTotals;
  /** What stopped, by cause. A new array whenever a transfer enters or leaves a group. */
  readonly failureGroups: readonly FailureGroup[];
}

/** Sums over all transfers, kept by difference. A new object whenever one of them changes. */
export interface TransferTotals {
  readonly counts: Readonly<Record<TransferState['status'], number>>;
  /** Of everything that is done or will be: failed, cancelled and skipped transfers count nothing. */
  readonly totalBytes: number;
  readonly transferredBytes: number;
  /** Bytes that moved since the page was opened, those of ended transfers included: never falls. */
  readonly movedBytes: number;
  /** Bytes that were to move and never will, of transfers that failed, were skipped or cancelled: never falls. */
  readonly droppedBytes: number;
}

/** Often enough for the eye. */
const TOLD_EVERY_MS = 100;

const NOTHING: TransferTotals = {
  counts: { queued: 0, running: 0, waiting: 0, paused: 0, failed: 0, completed: 0, cancelled: 0, skipped: 0 },
  totalBytes: 0,
  transferredBytes: 0,
  movedBytes: 0,
  droppedBytes: 0,
};

/**
 * A projection of the engine for React to read. It lives as long as the engine.
 *
 * [Note: Told a few times per second] Hundreds of small files may change state in a second, and a page that draws each
 * change has no time left for sending. With `setTimeout` the first change is told at once and what follows within
 * `TOLD_EVERY_MS` together; `byId` is up to date all the time. Without it everything is told at once.
 */
export function createTransferStore(
  engine: Pick<TransferEngine, 'subscribe'>,
  { setTimeout }: { readonly setTimeout?: (callback: () => void, delayMs: number) => unknown } = {},
): StoreApi<TransferStoreState> {
  const byId = new Map<TransferId, Transfer>();
  let ids: TransferId[] = [];
  const store = createStore<TransferStoreState>(() => ({
    byId,
    ids,
    idsRevision: 0,
    totals: NOTHING,
    failureGroups: [],
  }));
  const groups = createFailureGroups();
  let totals = NOTHING;
  let idsRevision = 0;
  let isResting = false;
  let isStale = false;

  const tell = (): void => {
    if (isResting) {
      isStale = true;
      return;
    }
    store.setState({ ids, idsRevision, totals, failureGroups: groups.read() });
    if (!setTimeout) return;
    isResting = true;
    setTimeout(() => {
      isResting = false;
      if (!isStale) return;
      isStale = false;
      tell();
    }, TOLD_EVERY_MS);
  };

  engine.subscribe((events) => {
    const counts = { ...totals.counts };
    const next = { ...totals, counts };
    const count = (transfer: Transfer, sign: 1 | -1): void => {
      counts[transfer.state.status] += sign;
      const { total, transferred } = shareOf(transfer);
      next.totalBytes += sign * total;
      next.transferredBytes += sign * transferred;
    };
    const put = (transfer: Transfer): void => {
      const before = byId.get(transfer.id);
      if (before) {
        count(before, -1);
        next.movedBytes += movedBetween(before, transfer);
        next.droppedBytes += droppedBetween(before, transfer);
      }
      groups.moved(before, transfer);
      byId.set(transfer.id, transfer);
      count(transfer, 1);
    };
    const apply = (event: TransferEvent): void => {
      switch (event.type) {
        case 'added':
          for (const transfer of event.transfers) {
            put(transfer);
            ids.push(transfer.id);
          }
          idsRevision += 1;
          return;
        case 'changed':
          put(event.transfer);
          return;
        case 'removed':
          for (const id of event.ids) {
            const gone = byId.get(id);
            if (gone) count(gone, -1);
            groups.moved(gone, undefined);
            byId.delete(id);
          }
          ids = ids.filter((id) => byId.has(id));
          idsRevision += 1;
      }
    };
    for (const event of events) apply(event);
    totals = next;
    tell();
  });
  return store;
}

function shareOf({ state, sizeBytes }: Transfer): { total: number; transferred: number } {
  if (state.status === 'completed') return { total: sizeBytes, transferred: sizeBytes };
  if (isFinished(state)) return { total: 0, transferred: 0 };
  return { total: sizeBytes, transferred: 'progress' in state ? state.progress.transferredBytes : 0 };
}

/** Without a rate the meter has begun anew, and its figure is what the server had already. */
function movedBetween({ state: before }: Transfer, { state: after, sizeBytes }: Transfer): number {
  const from = 'progress' in before ? before.progress.transferredBytes : 0;
  if (after.status === 'completed') return 'progress' in before ? sizeBytes - from : 0;
  if (!('progress' in after) || after.progress.bytesPerSecond === undefined) return 0;
  return Math.max(0, after.progress.transferredBytes - from);
}

function droppedBetween(before: Transfer, { state }: Transfer): number {
  if (isFinished(before.state) || !isFinished(state) || state.status === 'completed') return 0;
  const { total, transferred } = shareOf(before);
  return total - transferred;
}
