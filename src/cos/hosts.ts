import type { Priority } from './CosClient.ts';

/**
 * Which of a bucket's names carries this request.
 *
 * [Note: Two names, one bucket] Every bucket answers at two default domains, and browsers allow six HTTP/1.1
 * connections to each. Transfers alternate between them; a click goes to the preferred one, or to the other when that
 * has no lane free (`lanes.ts` picks the first free in this order). A name at which nothing answered is left out for
 * a while, so that the next attempt goes to its twin; when none is left, all are tried.
 */
export interface Hosts {
  /** Origins to try for a lane, best first. Never empty. */
  inOrder(priority: Priority): readonly string[];
  /** Nothing answered at this origin. */
  markUnreachable(origin: string): void;
  /** Something answered there, whatever it said. */
  markReachable(origin: string): void;
}

export interface HostsOptions {
  /** Milliseconds, any zero. */
  readonly now?: () => number;
  /** How long an unreachable name is left out. Default 30 s. */
  readonly quarantineMs?: number;
}

export function createHosts(origins: readonly string[], options: HostsOptions = {}): Hosts {
  const { now = () => performance.now(), quarantineMs = 30_000 } = options;
  const unreachableSince = new Map<string, number>();
  let turn = 0;

  return {
    inOrder(priority) {
      const healthy = origins.filter((origin) => {
        const since = unreachableSince.get(origin);
        return since === undefined || now() - since >= quarantineMs;
      });
      const usable = healthy.length > 0 ? healthy : origins;
      if (priority === 'interactive') return usable;
      turn = (turn + 1) % usable.length;
      return [...usable.slice(turn), ...usable.slice(0, turn)];
    },
    markUnreachable(origin) {
      unreachableSince.set(origin, now());
    },
    markReachable(origin) {
      unreachableSince.delete(origin);
    },
  };
}
