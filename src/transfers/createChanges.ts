/** One thing several wait for. */
export interface Changes {
  /** Resolves at the next `tell`. */
  readonly next: () => Promise<void>;
  readonly tell: () => void;
}

export function createChanges(): Changes {
  let wake = (): void => undefined;
  let next: Promise<void> | undefined;
  return {
    next: () =>
      (next ??= new Promise((resolve) => {
        wake = resolve;
      })),
    tell: () => {
      next = undefined;
      wake();
    },
  };
}
