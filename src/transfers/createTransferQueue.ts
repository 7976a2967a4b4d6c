import type { BudgetShare } from './createConnectionBudget.ts';
import type { TransferId } from './TransferState.ts';

/** Who runs next: first come, first served, small and large files in two lines. */
export interface TransferQueue {
  readonly add: (id: TransferId, share: BudgetShare) => void;
  /** Before everybody who has not been touched yet: somebody pressed Resume or Retry and looks at it. */
  readonly addFirst: (id: TransferId, share: BudgetShare) => void;
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
  const lines = { small: createLine(), large: createLine() };
  const firstLines = { small: createLine(), large: createLine() };
  const running: Record<BudgetShare, number> = { small: 0, large: 0 };

  const take = (line: Line): TransferId | undefined => {
    while (line.next < line.ids.length) {
      const id = line.ids[line.next];
      line.next += 1;
      if (id !== undefined && isQueued(id)) return id;
    }
    Object.assign(line, createLine());
    return undefined;
  };

  const pumpShare = (share: BudgetShare): void => {
    while (running[share] < atOnce[share]) {
      const id = take(firstLines[share]) ?? take(lines[share]);
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
    addFirst: (id, share) => firstLines[share].ids.push(id),
    pump: () => {
      pumpShare('small');
      pumpShare('large');
    },
  };
}

interface Line {
  ids: TransferId[];
  next: number;
}

function createLine(): Line {
  return { ids: [], next: 0 };
}
