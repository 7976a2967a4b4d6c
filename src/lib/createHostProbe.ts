export type HostState = 'offline' | 'reachable' | 'unreachable';

export interface HostProbe {
  /** Whether anything answers at this origin, asked at most once every few seconds. */
  probe(origin: string): Promise<HostState>;
}

export interface HostProbeOptions {
  readonly fetch?: typeof fetch;
  readonly isOnline?: () => boolean;
  /** Milliseconds, any origin. */
  readonly now?: () => number;
  readonly timeoutMs?: number;
  readonly cacheMs?: number;
}

/**
 * [Note: Explaining an opaque network error] A browser hides why a request failed: no network, no host and no CORS
 * header all look like one `TypeError`. So we ask in this order: does the browser say it is offline; does a `no-cors`
 * GET of the host's root resolve? If it does, the host is there and our page may not read it (or the connection
 * was lost, which the caller knows more about). One probe speaks for every request that failed together.
 */
export function createHostProbe(options: HostProbeOptions = {}): HostProbe {
  const {
    fetch: send = globalThis.fetch.bind(globalThis),
    isOnline = () => globalThis.navigator?.onLine ?? true,
    now = () => performance.now(),
    timeoutMs = 10_000,
    cacheMs = 3000,
  } = options;
  const asked = new Map<string, { readonly at: number; readonly state: Promise<HostState> }>();

  async function ask(origin: string): Promise<HostState> {
    if (!isOnline()) return 'offline';
    try {
      // `redirect` must stay at its default: no-cors with any other mode is refused by the browser itself.
      const answer = await send(`${origin}/`, {
        mode: 'no-cors',
        cache: 'no-store',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(timeoutMs),
      });
      answer.body?.cancel().catch(() => {});
      return 'reachable';
    } catch {
      return isOnline() ? 'unreachable' : 'offline';
    }
  }

  return {
    probe(origin) {
      const known = asked.get(origin);
      if (known && now() - known.at < cacheMs) return known.state;
      const state = ask(origin);
      asked.set(origin, { at: now(), state });
      return state;
    },
  };
}
