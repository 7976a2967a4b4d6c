/** How many requests with a body may be under way at once, over all files. */
export interface ConnectionBudget {
  /** Resolves with a function that gives the slot back. Rejects with the signal's reason. */
  readonly acquire: (share: BudgetShare, signal: AbortSignal) => Promise<() => void>;
}

/** `small`: a file sent whole. `large`: a part or a range of something bigger. */
export type BudgetShare = 'small' | 'large';

/**
 * [Note: One budget] Big files' parts and small files draw from the same slots. When both want one, each is held to
 * its half, so a 50 GB upload does not starve 10,000 thumbnails, nor the reverse; alone, either may use everything.
 */
export function createConnectionBudget(slots: number): ConnectionBudget {
  const used: Record<BudgetShare, number> = { small: 0, large: 0 };
  const waiting: Record<BudgetShare, Set<() => void>> = { small: new Set(), large: new Set() };
  const guaranteed: Record<BudgetShare, number> = { small: Math.floor(slots / 2), large: Math.ceil(slots / 2) };

  const next = (): BudgetShare | undefined => {
    if (used.small + used.large >= slots) return undefined;
    if (waiting.small.size === 0) return waiting.large.size === 0 ? undefined : 'large';
    if (waiting.large.size === 0) return 'small';
    return used.small < guaranteed.small ? 'small' : 'large';
  };

  const hand = (): void => {
    for (let share = next(); share !== undefined; share = next()) {
      const [grant] = waiting[share];
      grant?.();
    }
  };

  return {
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
