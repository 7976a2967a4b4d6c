import type { TransferEngine, TransferEvent } from '#transfers/TransferEngine.ts';
import { isFinished, type Transfer, type TransferId, type TransferState } from '#transfers/TransferState.ts';
import type { Failure } from '#lib/Failure.ts';

export type Endings = Readonly<Record<'completed' | 'failed' | 'cancelled' | 'skipped', number>>;

export interface TransferReporterOptions {
  readonly engine: Pick<TransferEngine, 'subscribe'>;
  /** A quarter, a half, three quarters of what is under way. */
  readonly onQuarter: (fraction: number) => void;
  /** Nothing moves any more: how the batch ended. */
  readonly onBatchEnd: (endings: Endings) => void;
  readonly onFailed: (name: string, failure: Failure) => void;
}

const QUARTERS = [0.25, 0.5, 0.75];
const NOTHING: Endings = { completed: 0, failed: 0, cancelled: 0, skipped: 0 };

/**
 * Turns a stream of events into the few sentences worth saying aloud: never every percent. A batch begins with the
 * first transfer and ends when none is under way.
 */
export function createTransferReporter(options: TransferReporterOptions): void {
  let bytes = new Map<TransferId, { transferred: number; total: number }>();
  let transferred = 0;
  let total = 0;
  let underWay = new Set<TransferId>();
  let endings = { ...NOTHING };
  let quartersSaid = 0;

  function follow(transfer: Transfer): void {
    const before = bytes.get(transfer.id) ?? { transferred: 0, total: 0 };
    const now = { transferred: bytesOf(transfer), total: transfer.sizeBytes };
    bytes.set(transfer.id, now);
    transferred += now.transferred - before.transferred;
    total += now.total - before.total;
    if (!isOver(transfer.state)) {
      underWay.add(transfer.id);
    } else if (underWay.delete(transfer.id)) {
      const { state } = transfer;
      if (state.status === 'failed') options.onFailed(transfer.name, state.failure);
      endings[state.status as keyof Endings] += 1;
    }
  }

  function reset(): void {
    bytes = new Map();
    underWay = new Set();
    transferred = 0;
    total = 0;
    endings = { ...NOTHING };
    quartersSaid = 0;
  }

  function apply(event: TransferEvent): void {
    if (event.type === 'added') {
      for (const transfer of event.transfers) {
        // A file whose name COS does not allow has failed when it comes; that is an end like any other.
        underWay.add(transfer.id);
        follow(transfer);
      }
    } else if (event.type === 'changed') follow(event.transfer);
    else for (const id of event.ids) underWay.delete(id);
  }

  options.engine.subscribe((events) => {
    const wasUnderWay = underWay.size > 0;
    for (const event of events) apply(event);
    const ended = Object.values(endings).some((count) => count > 0);
    if (underWay.size === 0) {
      if (ended) options.onBatchEnd(endings);
      if (wasUnderWay || ended) reset();
      return;
    }
    const passed = QUARTERS.filter((quarter) => total > 0 && transferred / total >= quarter).length;
    const fraction = QUARTERS[passed - 1];
    if (passed > quartersSaid && fraction !== undefined) options.onQuarter(fraction);
    quartersSaid = Math.max(quartersSaid, passed);
  });
}

/** An upload that was cancelled too late may still turn out to be done. */
function isOver(state: TransferState): boolean {
  return isFinished(state) && !(state.status === 'cancelled' && state.arrival === 'checking');
}

function bytesOf({ state, sizeBytes }: Transfer): number {
  if (state.status === 'completed') return sizeBytes;
  return 'progress' in state ? state.progress.transferredBytes : 0;
}
