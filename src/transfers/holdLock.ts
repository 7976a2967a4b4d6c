import type { HeldLock } from './WriterLocks.ts';

/** A lock of the Web Locks API as an object. Undefined when it was not available and not to be waited for. */
export function holdLock(locks: LockManager, name: string, options: LockOptions): Promise<HeldLock | undefined> {
  return new Promise((resolve, reject) => {
    const lost = new AbortController();
    const holding = locks.request(name, options, (lock) => {
      if (!lock) {
        resolve(undefined);
        return undefined;
      }
      return new Promise<void>((release) => resolve({ lost: lost.signal, release }));
    });
    // Rejects when it was stolen, and when the signal fired before it was granted.
    holding.catch((error: unknown) => {
      lost.abort(error);
      reject(error);
    });
  });
}
