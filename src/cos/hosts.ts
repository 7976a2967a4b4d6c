/**
 * Which of a bucket's names carries this request.
 *
 * [Note: Two names, one bucket] Every bucket answers at two default domains, and browsers allow six HTTP/1.1
 * connections to each. The preferred one is filled first and the other takes what does not fit (`lanes.ts` picks the
 * first free in this order), so how many transfers are under way decides whether the second is opened at all. A name
 * at which nothing answered is left out for a while, so that the next attempt goes to its twin; when none is left, all
 * are tried. A name that answers but keeps this page out is left out too, and for good once the other one serves it.
 */
export interface Hosts {
  /** Origins to try for a lane, best first. Never empty. */
  inOrder(): readonly string[];
  /** Nothing answered at this origin. */
  markUnreachable(origin: string): void;
  /** A request got no answer there for this long. That says nothing about the name if another request got one. */
  markSilent(origin: string, silentMs: number): void;
  /** Something readable answered there, whatever it said. */
  markReachable(origin: string): void;
  /**
   * The page may not read what this origin answers (no CORS rule). True when there is another name that has not kept
   * it out as well, so that the next attempt should go there.
   */
  giveUp(origin: string): boolean;
  /** Nothing has been heard from this name yet, and there is another to try: not worth a long wait. */
  isDispensable(origin: string): boolean;
}

/** Global acceleration (COS documentation 6224): the name of a bucket that is the same in every region. */
const ACCELERATED = /\.cos(?:-internal)?\.accelerate\.(?:myqcloud\.com|tencentcos\.cn)(?::\d+)?$/;

/**
 * Those of the origins that serve a request. Global acceleration serves objects only: lists and whatever else is about
 * the bucket go to another name where there is one.
 */
export function originsFor(origins: readonly string[], isAboutObject: boolean): readonly string[] {
  if (isAboutObject) return origins;
  const others = origins.filter((origin) => !ACCELERATED.test(origin));
  return others.length > 0 ? others : origins;
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
  const heardAt = new Map<string, number>();
  /** Kept the page out, and nothing readable has come from any other name yet. */
  const blocked = new Set<string>();
  const refused = new Set<string>();

  const failedAt = (origin: string): number => unreachableSince.get(origin) ?? 0;
  const isHealthy = (origin: string): boolean => {
    const since = unreachableSince.get(origin);
    return !refused.has(origin) && (since === undefined || now() - since >= quarantineMs);
  };
  const othersThan = (origin: string): readonly string[] =>
    origins.filter((other) => other !== origin && !refused.has(other));

  return {
    inOrder() {
      const healthy = origins.filter(isHealthy);
      if (healthy.length > 0) return healthy;
      // Turn and turn about, so that each gets its chance to have become well.
      return origins.filter((origin) => !refused.has(origin)).toSorted((a, b) => failedAt(a) - failedAt(b));
    },
    markUnreachable(origin) {
      unreachableSince.set(origin, now());
    },
    markSilent(origin, silentMs) {
      const lastHeardAt = heardAt.get(origin);
      if (lastHeardAt === undefined || now() - lastHeardAt >= silentMs) unreachableSince.set(origin, now());
    },
    markReachable(origin) {
      unreachableSince.delete(origin);
      blocked.delete(origin);
      heardAt.set(origin, now());
    },
    giveUp(origin) {
      const others = othersThan(origin);
      if (others.some((other) => heardAt.has(other))) {
        refused.add(origin);
        return true;
      }
      blocked.add(origin);
      unreachableSince.set(origin, now());
      return others.some((other) => !blocked.has(other));
    },
    isDispensable(origin) {
      return !heardAt.has(origin) && othersThan(origin).some(isHealthy);
    },
  };
}
