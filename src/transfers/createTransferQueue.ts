import type { BudgetShare } from './createConnectionBudget.ts';
import type { TransferId } from './TransferState.ts';

/** Who runs next: first come, first served, small and large files in two lines. */
export interface TransferQueue {
  readonly add: (id: TransferId, share: BudgetShare) => void;
  /** Starts what may start; called once after any number of `add`s. */
  readonly pump: () => void;
}

/**
 * An entry is a number in a line, never searched for or removed: whoever was paused or cancelled in the meantime is
 * passed over when his turn comes. So adding, starting and cancelling cost the same at 100,000 files as at ten.
 */
export function createTransferQueue(options: {
  readonly atOnce: Readonly<Record<BudgetShare, number>>;
  readonly isQueued: (id: TransferId) => boolean;
  /** Settles when the transfer no longer runs; never rejects. */
  readonly start: (id: TransferId) => Promise<void>;
}): TransferQueue {
  const { atOnce, isQueued, start } = options;
  const lines: Record<BudgetShare, { ids: TransferId[]; next: number }> = {
    small: { ids: [], next: 0 },
    large: { ids: [], next: 0 },
  };
  const running: Record<BudgetShare, number> = { small: 0, large: 0 };

  const take = (share: BudgetShare): TransferId | undefined => {
    const line = lines[share];
    while (line.next < line.ids.length) {
      const id = line.ids[line.next];
      line.next += 1;
      if (id !== undefined && isQueued(id)) return id;
    }
    lines[share] = { ids: [], next: 0 };
    return undefined;
  };

  const pumpShare = (share: BudgetShare): void => {
    while (running[share] < atOnce[share]) {
      const id = take(share);
      if (id === undefined) return;
      running[share] += 1;
      void start(id).then(() => {
        running[share] -= 1;
        pumpShare(share);
      });
    }
  };

  return {
    add: (id, share) => lines[share].ids.push(id),
    pump: () => {
      pumpShare('small');
      pumpShare('large');
    },
  };
}
