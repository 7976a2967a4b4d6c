import type { Priority } from './CosClient.ts';

/** The right to have one request under way at `origin`. */
export interface Lane {
  readonly origin: string;
  /** Gives it back; more than once is harmless. Needs no `this`. */
  readonly release: () => void;
}

/**
 * The budget of connections of the whole page. Browsers open six HTTP/1.1 connections to a host and queue the rest
 * where we cannot reorder them, so the queue is here: a click goes before bytes, bytes before thumbnails.
 */
export interface Lanes {
  /**
   * A lane on the first of these origins that has one free, in the order given; waits while there is none. Rejects with
   * the signal's reason.
   */
  acquire(origins: readonly string[], priority: Priority, signal?: AbortSignal): Promise<Lane>;
  /** How many lanes requests of transfers may hold at once on all of these origins together. */
  mostLanes(origins: readonly string[]): number;
  /** Lanes nobody holds at this origin. */
  freeLanes(origin: string): number;
}

export interface LanesOptions {
  /** Default 6, the browsers' limit per host. */
  readonly lanesPerOrigin?: number;
  /**
   * Lanes that only interactive requests may take, at the first origin a request could go to. Default 1.
   *
   * [Note: The free lane is at the first name] Browsers count connections over all tabs, and each tab's clicks go to the
   * first name first. A lane kept free at the second would leave a second tab waiting behind the first one's uploads.
   */
  readonly reservedForInteractive?: number;
}

interface Waiter {
  readonly origins: readonly string[];
  readonly priority: Priority;
  readonly grant: (lane: Lane) => void;
}

const ORDER: readonly Priority[] = ['interactive', 'transfer', 'background'];

export function createLanes(options: LanesOptions = {}): Lanes {
  const { lanesPerOrigin = 6, reservedForInteractive = 1 } = options;
  const taken = new Map<string, number>();
  const queues: Record<Priority, Set<Waiter>> = { interactive: new Set(), transfer: new Set(), background: new Set() };

  const freeLanes = (origin: string): number => lanesPerOrigin - (taken.get(origin) ?? 0);

  function take(origins: readonly string[], priority: Priority): Lane | undefined {
    const reserved = (index: number): number => (priority === 'interactive' || index > 0 ? 0 : reservedForInteractive);
    const origin = origins.find((candidate, index) => freeLanes(candidate) > reserved(index));
    if (origin === undefined) return undefined;
    taken.set(origin, (taken.get(origin) ?? 0) + 1);
    let isHeld = true;
    return {
      origin,
      release: () => {
        if (!isHeld) return;
        isHeld = false;
        taken.set(origin, (taken.get(origin) ?? 0) - 1);
        serveWaiters();
      },
    };
  }

  function serveWaiters(): void {
    for (const priority of ORDER) {
      for (const waiter of queues[priority]) {
        const lane = take(waiter.origins, priority);
        if (!lane) continue; // a waiter for other origins may still be served
        queues[priority].delete(waiter);
        waiter.grant(lane);
      }
    }
  }

  return {
    freeLanes,
    mostLanes: (origins) => origins.length * lanesPerOrigin - reservedForInteractive,
    acquire(origins, priority, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(signal.reason as Error);
          return;
        }
        const lane = take(origins, priority);
        if (lane) {
          resolve(lane);
          return;
        }
        const leave = (): void => {
          queues[priority].delete(waiter);
          reject(signal?.reason as Error);
        };
        const waiter: Waiter = {
          origins,
          priority,
          grant(granted) {
            signal?.removeEventListener('abort', leave);
            resolve(granted);
          },
        };
        queues[priority].add(waiter);
        signal?.addEventListener('abort', leave, { once: true });
      });
    },
  };
}
