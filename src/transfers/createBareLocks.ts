import type { HeldLock } from './WriterLocks.ts';

/** What this tab writes without a lock, because no other tab writes (`[Note: Alone, nothing is locked]`). */
export interface BareLocks {
  readonly take: (name: string) => HeldLock;
  /** Settles when whoever writes this name now is done; undefined when nobody does. */
  readonly endOf: (name: string) => Promise<void> | undefined;
  /** It belongs to somebody else from now on. */
  readonly lose: (name: string) => void;
  readonly loseAll: () => void;
  /** Gives everything under way a lock of its own. */
  readonly lockAll: () => Promise<void>;
}

interface Bare {
  readonly lost: AbortController;
  /** Who wants to know when it ends. */
  readonly waiting: (() => void)[];
  /** The lock it was given afterwards. */
  lock?: HeldLock;
}

/** @param lock holds a name over all tabs; undefined when it is not free */
export function createBareLocks(lock: (name: string) => Promise<HeldLock | undefined>): BareLocks {
  const open = new Map<string, Bare>();
  const lose = ({ lost }: Bare): void => lost.abort(new DOMException('taken over', 'AbortError'));

  const lockOne = async ([name, bare]: [string, Bare]): Promise<void> => {
    const held = await lock(name);
    if (!held) {
      lose(bare); // Somebody was put out of the club and still writes this; that one was first.
      return;
    }
    if (open.get(name) !== bare) held.release(); // It ended meanwhile.
    bare.lock = held;
    held.lost.addEventListener('abort', () => lose(bare));
  };

  return {
    take: (name) => {
      const bare: Bare = { lost: new AbortController(), waiting: [] };
      open.set(name, bare);
      const release = (): void => {
        if (open.get(name) === bare) open.delete(name);
        bare.lock?.release();
        for (const go of bare.waiting.splice(0)) go();
      };
      return { lost: bare.lost.signal, release };
    },
    endOf: (name) => {
      const bare = open.get(name);
      return bare && new Promise((resolve) => void bare.waiting.push(resolve));
    },
    lose: (name) => {
      const bare = open.get(name);
      if (bare) lose(bare);
    },
    loseAll: () => {
      for (const bare of open.values()) lose(bare);
    },
    lockAll: async () => {
      await Promise.all(Array.from(open, lockOne));
    },
  };
}
