import { abortable } from '#lib/abortable.ts';
import { createBareLocks } from './createBareLocks.ts';
import { createWriterClub } from './createWriterClub.ts';
import type { ClubChannel } from './createWriterClub.ts';
import { holdLock } from './holdLock.ts';
import { NO_LOCKS } from './WriterLocks.ts';
import type { AcquireOptions, HeldLock, WriterLocks } from './WriterLocks.ts';

/** Locks over all tabs, by the Web Locks API. Without it (a page that is not secure) nobody is held up. */
export function createWebLocks(
  locks: LockManager | undefined = navigator.locks,
  openChannel: () => ClubChannel = () => new BroadcastChannel('beeline-writers'),
): WriterLocks {
  if (locks === undefined) return NO_LOCKS;
  const bare = createBareLocks((name) => holdLock(locks, name, { ifAvailable: true }));
  const club = createWriterClub({ locks, channel: openChannel(), lockAll: bare.lockAll, onLost: bare.loseAll });
  /** Names that this tab holds by a lock. */
  const named = new Map<string, number>();

  const lockByName = async (name: string, { signal, steal, onWait }: AcquireOptions): Promise<HeldLock> => {
    if (!steal) {
      const held = await holdLock(locks, name, { ifAvailable: true });
      if (held) return held;
      onWait();
    }
    signal.throwIfAborted();
    // The API takes no signal beside `steal`; that one is granted at once.
    const held = await holdLock(locks, name, steal ? { steal } : { signal });
    if (!held) throw new DOMException('The lock was not granted', 'AbortError');
    return held;
  };

  const take = async (name: string, options: AcquireOptions): Promise<HeldLock> => {
    const { isBrief = false, steal, signal, onWait } = options;
    if (steal) bare.lose(name);
    // Whoever writes this name without a lock is of this tab, and comes first.
    for (let other = steal ? undefined : bare.endOf(name); other; other = bare.endOf(name)) {
      onWait();
      await abortable(other, signal);
    }
    if (isBrief && !steal && !named.has(name) && club.isSole()) return bare.take(name);
    named.set(name, (named.get(name) ?? 0) + 1);
    const forget = (): void => {
      const left = (named.get(name) ?? 1) - 1;
      if (left > 0) named.set(name, left);
      else named.delete(name);
    };
    try {
      const lock = await lockByName(name, options);
      return { lost: lock.lost, release: once(() => [lock.release(), forget()]) };
    } catch (error) {
      forget();
      throw error;
    }
  };

  return {
    acquire: async (name, options) => {
      const entering = club.enter(options);
      try {
        await abortable(entering, options.signal);
        const lock = await take(name, options);
        return { lost: lock.lost, release: once(() => [lock.release(), club.leave()]) };
      } catch (error) {
        entering.then(club.leave, club.leave);
        throw error;
      }
    },
    heldNames: async () => {
      const { held = [] } = await locks.query();
      return new Set(held.map((lock) => lock.name ?? ''));
    },
  };
}

function once(work: () => unknown): () => void {
  let isDone = false;
  return () => {
    if (!isDone) work();
    isDone = true;
  };
}
