import type { HostProbe } from '#lib/createHostProbe.ts';
import type { FailureCode } from '#lib/Failure.ts';

export interface OpaqueError {
  readonly origin: string;
  readonly method: string;
  /** The browser asks for permission first: a custom header, PUT or DELETE. */
  readonly isPreflighted: boolean;
  /** Bytes of the body had left, so a preflight had passed. */
  readonly hasSentBytes: boolean;
}

export type NetworkCause = Extract<FailureCode, 'Offline' | 'HostUnreachable' | 'CorsBlocked' | 'ConnectionLost'>;

export interface NetworkExplainer {
  /** A page could read an answer to this method there, so its CORS rule covers it. */
  noteReadable(origin: string, method: string): void;
  explain(error: OpaqueError): Promise<NetworkCause>;
}

const PROBE_TIMEOUT_MS = 10_000;
const BLOCKED_AFTER = 3;
const BLOCKED_AFTER_MS = 1000;

/**
 * Turns "the request failed" into one of four causes (see `[Note: Explaining an opaque network error]`). When the host
 * is there, either its CORS rule does not cover us or the connection was lost; a readable GET of its root
 * tells, except for methods that need a preflight: those count as blocked when they have failed several times over some
 * seconds and never succeeded. Parts that are sent together and lost together are one accident, not a missing rule.
 *
 * A bucket that does not exist in this region answers without CORS headers too, and no page can tell the difference:
 * the failure carries bucket and region so that the wording can name both.
 */
export function createNetworkExplainer(
  probe: HostProbe,
  send: typeof fetch,
  now: () => number = () => performance.now(),
): NetworkExplainer {
  const readable = new Set<string>();
  const failures = new Map<string, { count: number; readonly since: number }>();
  const asking = new Map<string, Promise<boolean>>();

  function canReadRoot(origin: string): Promise<boolean> {
    const known = asking.get(origin);
    if (known) return known;
    const answer = send(`${origin}/`, {
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
    })
      .then(
        (response) => {
          response.body?.cancel().catch(() => {});
          return true;
        },
        () => false,
      )
      .finally(() => asking.delete(origin));
    asking.set(origin, answer);
    return answer;
  }

  return {
    noteReadable(origin, method) {
      readable.add(`${method} ${origin}`);
      failures.delete(`${method} ${origin}`);
    },
    async explain({ origin, method, isPreflighted, hasSentBytes }) {
      const state = await probe.probe(origin);
      if (state === 'offline') return 'Offline';
      if (state === 'unreachable') return 'HostUnreachable';
      const way = `${method} ${origin}`;
      if (hasSentBytes || readable.has(way)) return 'ConnectionLost';
      if (!(await canReadRoot(origin))) return 'CorsBlocked';
      if (!isPreflighted) return 'ConnectionLost';
      const row = failures.get(way) ?? { count: 0, since: now() };
      row.count += 1;
      failures.set(way, row);
      const isLasting = row.count >= BLOCKED_AFTER && now() - row.since >= BLOCKED_AFTER_MS;
      return isLasting ? 'CorsBlocked' : 'ConnectionLost';
    },
  };
}
