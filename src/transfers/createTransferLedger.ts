import type { ProgressMeter } from './progressMeter.ts';
import type { Timers } from './Timers.ts';
import type { TransferEvent } from './TransferEngine.ts';
import { transferReducer } from './transferReducer.ts';
import type { TransferChange } from './transferReducer.ts';
import type { Transfer, TransferId } from './TransferState.ts';

/** Every transfer as the outside sees it, and the events that tell about changes. */
export interface TransferLedger {
  readonly get: (id: TransferId) => Transfer | undefined;
  readonly all: () => Iterable<Transfer>;
  readonly add: (transfers: readonly Transfer[]) => void;
  /** Applies a change; tells nobody when it made no sense in the present state. */
  readonly change: (id: TransferId, change: TransferChange) => void;
  /** The object goes by another name now. */
  readonly rename: (id: TransferId, key: string, name: string) => void;
  /** It is larger than was known, or another file is sent under this name. */
  readonly resize: (id: TransferId, sizeBytes: number) => void;
  readonly remove: (ids: readonly TransferId[]) => void;
  /** Bytes moved; told a few times per second, however often this is called. */
  readonly progressed: (id: TransferId, meter: ProgressMeter) => void;
  /** Events raised inside are told together. */
  readonly batch: (work: () => void) => void;
  readonly subscribe: (listener: (events: readonly TransferEvent[]) => void) => () => void;
  readonly dispose: () => void;
}

/**
 * [Note: Two speeds of telling] A change of state is told at once, inside the call that caused it. Progress is
 * gathered and told every `progressEveryMs`: an upload raises hundreds of progress events per second, and nobody
 * reads that fast. A call of `progressed` costs one entry in a map and no event.
 */
export function createTransferLedger(timers: Timers, progressEveryMs: number): TransferLedger {
  const transfers = new Map<TransferId, Transfer>();
  const listeners = new Set<(events: readonly TransferEvent[]) => void>();
  const moved = new Map<TransferId, ProgressMeter>();
  let timer: ReturnType<Timers['setTimeout']> | undefined;
  let depth = 0;
  let events: TransferEvent[] = [];

  const emit = (event: TransferEvent): void => {
    events.push(event);
    if (depth === 0) tell();
  };
  const tell = (): void => {
    if (events.length === 0) return;
    const told = events;
    events = [];
    for (const listener of listeners) listener(told);
  };
  const batch = (work: () => void): void => {
    depth += 1;
    try {
      work();
    } finally {
      depth -= 1;
      if (depth === 0) tell();
    }
  };
  const replace = (transfer: Transfer): void => {
    transfers.set(transfer.id, transfer);
    emit({ type: 'changed', transfer });
  };
  const change = (id: TransferId, what: TransferChange): void => {
    const transfer = transfers.get(id);
    if (!transfer) return;
    const state = transferReducer(transfer.state, what);
    if (state !== transfer.state) replace({ ...transfer, state });
  };
  const isMoving = (id: TransferId): boolean => {
    const status = transfers.get(id)?.state.status;
    return status === 'running' || status === 'waiting';
  };
  const tellProgress = (): void => {
    timer = undefined;
    const told = [...moved];
    moved.clear();
    batch(() => {
      for (const [id, meter] of told) {
        const progress = meter.read();
        change(id, { type: 'progressed', progress });
        // A line that stalls raises nothing any more, and its rate has to fall on the screen as well.
        if (isMoving(id) && (progress.bytesPerSecond ?? 0) > 0) moved.set(id, meter);
      }
    });
    if (moved.size > 0) timer ??= timers.setTimeout(tellProgress, progressEveryMs);
  };

  return {
    get: (id) => transfers.get(id),
    all: () => transfers.values(),
    add: (added) => {
      for (const transfer of added) transfers.set(transfer.id, transfer);
      if (added.length > 0) emit({ type: 'added', transfers: added });
    },
    change,
    rename: (id, key, name) => {
      const transfer = transfers.get(id);
      if (transfer) replace({ ...transfer, key, name });
    },
    resize: (id, sizeBytes) => {
      const transfer = transfers.get(id);
      if (transfer && transfer.sizeBytes !== sizeBytes) replace({ ...transfer, sizeBytes });
    },
    remove: (ids) => {
      for (const id of ids) transfers.delete(id);
      if (ids.length > 0) emit({ type: 'removed', ids });
    },
    progressed: (id, meter) => {
      moved.set(id, meter);
      timer ??= timers.setTimeout(tellProgress, progressEveryMs);
    },
    batch,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose: () => {
      if (timer !== undefined) timers.clearTimeout(timer);
      listeners.clear();
    },
  };
}
