import { holdLock } from './holdLock.ts';
import type { HeldLock } from './WriterLocks.ts';

/** Whether this tab is the only one of its origin that writes. */
export interface WriterClub {
  /** Resolves when this tab may write; call `leave` once for each. `onWait`: another tab has to make room first. */
  readonly enter: (options: { readonly steal: boolean; readonly onWait: () => void }) => Promise<void>;
  readonly leave: () => void;
  /** True: no other tab writes, and none begins before `lockAll` has settled. Asked between `enter` and `leave`. */
  readonly isSole: () => boolean;
}

/** The little of `BroadcastChannel` that is needed. */
export type ClubChannel = Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>;

const CLUB = 'beeline-writers';

/**
 * [Note: Alone, nothing is locked] A lock per file costs a question to the browser's own process, which thousands of
 * small files would feel. So whoever writes is in a club, which is one lock: held alone by a tab that is the only one,
 * and shared as soon as there are two. Only in the shared club has each file a lock of its own. A tab that finds the club
 * held alone says so on a channel and waits; the other one then locks by name what it has under way (`lockAll`), before
 * it shares. A club is left when nothing is under way, so the next tab may be alone again.
 *
 * A message that comes before the answer to our own question counts: the asker was refused because we had been granted
 * the club already.
 */
export function createWriterClub(options: {
  readonly locks: LockManager;
  readonly channel: ClubChannel;
  /** Takes a lock for everything that is under way without. */
  readonly lockAll: () => Promise<void>;
  /** Somebody took the club by force: what is under way without a lock is no longer ours. */
  readonly onLost: () => void;
}): WriterClub {
  const { locks, channel, lockAll, onLost } = options;
  let membership: { readonly lock: HeldLock; readonly isSole: boolean } | undefined;
  let changing: Promise<void> | undefined;
  let inside = 0;
  let isAsked = false;
  /** Another tab has been asked to make room. */
  let isRefused = false;
  const waiting = new Set<() => void>();
  let failure: unknown;

  const become = (lock: HeldLock, isSole: boolean): void => {
    const own = { lock, isSole };
    membership = own;
    lock.lost.addEventListener('abort', () => {
      if (membership !== own) return;
      membership = undefined;
      if (isSole) onLost();
      if (inside > 0) change(join); // What has a lock of its own goes on, and others must not think they are alone.
    });
  };

  const share = async (): Promise<void> => {
    let lock = await holdLock(locks, CLUB, { mode: 'shared', ifAvailable: true });
    if (!lock) {
      const sharing = holdLock(locks, CLUB, { mode: 'shared' });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel, not a window
      channel.postMessage('make room');
      isRefused = true;
      for (const onWait of waiting) onWait();
      lock = await sharing;
      isRefused = false;
    }
    if (lock) become(lock, false);
  };

  const join = async (): Promise<void> => {
    if (membership) return; // What ran before has brought it already.
    isAsked = false;
    const lock = await holdLock(locks, CLUB, { ifAvailable: true });
    if (!lock) return share();
    become(lock, true);
    if (isAsked) await makeRoom();
  };

  const makeRoom = async (): Promise<void> => {
    if (!membership?.isSole) return;
    const sole = membership.lock;
    await lockAll();
    const sharing = holdLock(locks, CLUB, { mode: 'shared' }); // Asked before we let go, so that nobody is alone between.
    sole.release();
    const lock = await sharing;
    if (lock) become(lock, false);
  };

  const change = (how: () => Promise<void>): void => {
    const running = (changing ?? Promise.resolve())
      .then(how)
      .catch((error: unknown) => {
        failure = error; // For whoever waits to get in.
      })
      .finally(() => {
        if (changing === running) changing = undefined;
        closeIfEmpty();
      });
    changing = running;
  };

  const closeIfEmpty = (): void => {
    if (inside > 0 || changing || !membership) return;
    membership.lock.release();
    membership = undefined;
  };

  channel.addEventListener('message', () => {
    isAsked = true;
    if (membership?.isSole && !changing) change(makeRoom);
  });

  return {
    isSole: () => membership?.isSole === true && !changing,
    enter: async ({ steal, onWait }) => {
      inside += 1;
      if (steal && isRefused) {
        // A tab that does not answer any more holds the club. It loses it, and the next in the row gets in.
        (await holdLock(locks, CLUB, { steal }))?.release();
      }
      if (membership && !changing) return;
      if (isRefused) onWait();
      waiting.add(onWait);
      failure = undefined;
      const isIn = (): boolean => membership !== undefined && !changing;
      while (!isIn()) {
        if (failure !== undefined) throw failure;
        if (!changing) change(join);
        await changing;
      }
      waiting.delete(onWait);
    },
    leave: () => {
      inside -= 1;
      closeIfEmpty();
    },
  };
}
