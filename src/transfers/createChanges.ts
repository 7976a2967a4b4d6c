/** One thing several wait for. */
export interface Changes {
  /** Resolves at the next `tell`. */
  readonly next: () => Promise<void>;
  readonly tell: () => void;
}

export function createChanges(): Changes {
  let waiting: { readonly told: Promise<void>; readonly wake: () => void } | undefined;
  return {
    next: () => {
      if (!waiting) {
        let wake: (() => void) | undefined;
        const told = new Promise<void>((resolve) => {
          wake = resolve;
        });
        waiting = { told, wake: () => wake?.() };
      }
      return waiting.told;
    },
    tell: () => {
      waiting?.wake();
      waiting = undefined;
    },
  };
}
