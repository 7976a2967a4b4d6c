/** How many requests with a body may be under way at once, over all files. */
export interface ConnectionBudget {
  /** Resolves with a function that gives the slot back. Rejects with the signal's reason. */
  readonly acquire: (share: BudgetShare, signal: AbortSignal) => Promise<() => void>;
  /** Grows with each narrowing; a request notes it when it leaves. */
  readonly epoch: number;
  /** The server says that it is too much. A burst of refusals counts once: by the epoch in which they left. */
  readonly refused: (epoch: number) => void;
  /** It has answered. */
  readonly answered: () => void;
  /** No more than so many from now on; undefined: as many as it was made with. */
  readonly limit: (most: number | undefined) => void;
}

/** `small`: a file sent whole. `large`: a part or a range of something bigger. */
export type BudgetShare = 'small' | 'large';

/**
 * [Note: One budget] Big files' parts and small files draw from the same slots. When both want one, each is held to
 * its half, so a 50 GB upload does not starve 10,000 thumbnails, nor the reverse; alone, either may use everything.
 *
 * [Note: Narrower when it is too much] SlowDown and its like halve the slots, whatever was asked for, down to one; as
 * many answers as there are slots open one more. Who was refused waits by itself besides (`retryPolicy`).
 */
export function createConnectionBudget(most: number): ConnectionBudget {
  let slots = most;
  const used: Record<BudgetShare, number> = { small: 0, large: 0 };
  const waiting: Record<BudgetShare, Set<() => void>> = { small: new Set(), large: new Set() };
  let open = slots;
  let epoch = 0;
  let answers = 0;
  let last: BudgetShare = 'large';

  const next = (): BudgetShare | undefined => {
    if (used.small + used.large >= open) return undefined;
    if (waiting.small.size === 0) return waiting.large.size === 0 ? undefined : 'large';
    if (waiting.large.size === 0) return 'small';
    if (open === 1) return last === 'large' ? 'small' : 'large';
    return used.small < Math.floor(open / 2) ? 'small' : 'large';
  };

  const hand = (): void => {
    for (let share = next(); share !== undefined; share = next()) {
      const [grant] = waiting[share];
      last = share;
      grant?.();
    }
  };

  return {
    get epoch() {
      return epoch;
    },
    refused: (epochThen) => {
      if (epochThen < epoch) return;
      epoch += 1;
      answers = 0;
      open = Math.max(1, Math.floor(open / 2));
    },
    answered: () => {
      if (open >= slots) return;
      answers += 1;
      if (answers < open) return;
      answers = 0;
      open += 1;
      hand();
    },
    limit: (wanted = most) => {
      slots = Math.min(most, wanted);
      open = slots;
      hand();
    },
    acquire: (share, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) {
          reject(signal.reason as Error);
          return;
        }
        const onAbort = (): void => {
          waiting[share].delete(grant);
          reject(signal.reason as Error);
        };
        const grant = (): void => {
          waiting[share].delete(grant);
          signal.removeEventListener('abort', onAbort);
          used[share] += 1;
          let returned = false;
          resolve(() => {
            if (returned) return;
            returned = true;
            used[share] -= 1;
            hand();
          });
        };
        signal.addEventListener('abort', onAbort, { once: true });
        waiting[share].add(grant);
        hand();
      }),
  };
}
