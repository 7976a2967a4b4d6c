/**
 * [Note: One writer per object] Two uploads of one key would each begin a multipart upload and the last would win. So
 * whoever writes holds a lock of that name, over all tabs of this origin; the browser frees it when a tab dies.
 */
export interface WriterLocks {
  /** Waits for its turn; rejects with the signal's reason. */
  readonly acquire: (name: string, options: AcquireOptions) => Promise<HeldLock>;
  /** The names that are held now, by any tab. */
  readonly heldNames: () => Promise<ReadonlySet<string>>;
}

export interface AcquireOptions {
  readonly signal: AbortSignal;
  /** One request and over: while no other tab writes, such a lock costs nothing. */
  readonly isBrief?: boolean;
  /** Do not wait: whoever holds it loses it. */
  readonly steal: boolean;
  /** Somebody else holds it. */
  readonly onWait: () => void;
}

export interface HeldLock {
  /** Fires when another tab took the lock over. */
  readonly lost: AbortSignal;
  readonly release: () => void;
}

export function writerLockName(location: { readonly bucket: string; readonly region: string }, key: string): string {
  return `beeline-writer-${location.region}/${location.bucket}/${key}`;
}

/** Where there is only one page, or no way to ask the others. */
export const NO_LOCKS: WriterLocks = {
  acquire: async () => ({ lost: new AbortController().signal, release: () => undefined }),
  heldNames: async () => new Set(),
};
