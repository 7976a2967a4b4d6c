import type { HeldLock, WriterLocks } from '../WriterLocks.ts';

/** Locks over all engines of a test, as the browser keeps them over all tabs. */
export function createMemoryLocks(): WriterLocks {
  const holders = new Map<string, AbortController>();
  const waiting = new Set<() => void>();
  const take = (name: string): HeldLock => {
    const holder = new AbortController();
    holders.set(name, holder);
    const release = (): void => {
      if (holders.get(name) === holder) holders.delete(name);
      for (const look of waiting) look();
    };
    return { lost: holder.signal, release };
  };
  return {
    heldNames: async () => new Set(holders.keys()),
    acquire: async (name, { signal, steal, onWait }) => {
      if (steal) holders.get(name)?.abort(new DOMException('stolen', 'AbortError'));
      else if (holders.has(name)) onWait();
      const isTaken = (): boolean => !steal && holders.has(name);
      while (isTaken()) {
        await new Promise<void>((resolve, reject) => {
          const look = (): void => {
            waiting.delete(look);
            resolve();
          };
          waiting.add(look);
          signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
        });
      }
      return take(name);
    },
  };
}
