/**
 * Which of a bucket's names carries this request.
 *
 * [Note: Two names, one bucket] Every bucket answers at two default domains, and browsers allow six HTTP/1.1
 * connections to each. The preferred one is filled first and the other takes what does not fit (`lanes.ts` picks the
 * first free in this order), so how many transfers are under way decides whether the second is opened at all. A name
 * at which nothing answered is left out for a while, so that the next attempt goes to its twin; when none is left, all
 * are tried. A name that answers but keeps this page out is left out for good, if the other one serves it.
 */
export interface Hosts {
  /** Origins to try for a lane, best first. Never empty. */
  inOrder(): readonly string[];
  /** Nothing answered at this origin. */
  markUnreachable(origin: string): void;
  /** Something readable answered there, whatever it said. */
  markReachable(origin: string): void;
  /**
   * The page may not read what this origin answers (no CORS rule, not in the page's policy). True when another name
   * has been readable, so that this one can be done without from now on.
   */
  giveUp(origin: string): boolean;
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
  const readable = new Set<string>();
  const refused = new Set<string>();

  return {
    inOrder() {
      const open = origins.filter((origin) => !refused.has(origin));
      const healthy = open.filter((origin) => {
        const since = unreachableSince.get(origin);
        return since === undefined || now() - since >= quarantineMs;
      });
      return healthy.length > 0 ? healthy : open;
    },
    markUnreachable(origin) {
      unreachableSince.set(origin, now());
    },
    markReachable(origin) {
      unreachableSince.delete(origin);
      readable.add(origin);
    },
    giveUp(origin) {
      const isSpare = origins.some((other) => other !== origin && readable.has(other) && !refused.has(other));
      if (isSpare) refused.add(origin);
      return isSpare;
    },
  };
}
