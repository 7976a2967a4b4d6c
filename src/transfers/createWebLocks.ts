import { NO_LOCKS } from './WriterLocks.ts';
import type { HeldLock, WriterLocks } from './WriterLocks.ts';

/** Locks over all tabs, by the Web Locks API. Without it (a page that is not secure) nobody is held up. */
export function createWebLocks(locks: LockManager | undefined = navigator.locks): WriterLocks {
  if (locks === undefined) return NO_LOCKS;
  return {
    acquire: async (name, { signal, steal, onWait }) => {
      if (!steal) {
        const held = await hold(locks, name, { ifAvailable: true });
        if (held) return held;
        onWait();
      }
      signal.throwIfAborted();
      // The API takes no signal beside `steal`; that one is granted at once.
      const held = await hold(locks, name, steal ? { steal } : { signal });
      if (!held) throw new DOMException('The lock was not granted', 'AbortError');
      return held;
    },
    heldNames: async () => {
      const { held = [] } = await locks.query();
      return new Set(held.map((lock) => lock.name ?? ''));
    },
  };
}

/** Undefined when it was not available and not to be waited for. */
function hold(locks: LockManager, name: string, options: LockOptions): Promise<HeldLock | undefined> {
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
