import type { Failure } from '#lib/Failure.ts';
import type { Timers } from './Timers.ts';
import type { Wait } from './createActivityBoard.ts';

/** What the browser knows about being connected. */
export interface Network {
  readonly isOnline: () => boolean;
  /** Called on every change; returns the way to stop listening. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Every request of one connection passes here before it leaves. */
export interface OutageGate {
  /** Resolves when a request may leave; tells `onWait` what it waits for. Rejects with the signal's reason. */
  readonly pass: (signal: AbortSignal, onWait: (wait: Wait) => void) => Promise<Passage>;
  readonly isOnline: () => boolean;
  readonly dispose: () => void;
}

/** Permission to make one attempt. The first of the three ends it, later ones do nothing. */
export interface Passage {
  /** The host was down a moment ago, and everybody waits for what this attempt finds. */
  readonly isProbe: boolean;
  /** Somebody answered. */
  readonly answered: () => void;
  /** Nobody did, and retrying is used up: everybody waits. */
  readonly lost: (failure: Failure) => void;
  /** Cancelled, or failed in a way that says nothing about the host. */
  readonly abandoned: () => void;
}

/**
 * [Note: One host, one verdict] An outage belongs to the host, not to each of 100,000 queued files. When one request
 * has used up its retries, all of them wait here and spend no attempts. Once a minute, and as soon as the browser
 * says it is online again, exactly one request goes through as the probe; its answer opens the gate for all.
 */
export function createOutageGate(options: {
  readonly network: Network;
  readonly timers: Timers;
  readonly probeEveryMs: number;
}): OutageGate {
  const { network, timers, probeEveryMs } = options;
  const waiters = new Set<() => void>();
  let outage: { readonly failure: Failure; until: number } | undefined;
  let probing = false;

  const wakeAll = (): void => {
    for (const wake of waiters) wake();
  };

  const unsubscribe = network.subscribe(() => {
    if (outage && network.isOnline()) outage.until = timers.now();
    wakeAll();
  });

  const changed = (signal: AbortSignal, untilMs?: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const stop = (): void => {
        waiters.delete(wake);
        signal.removeEventListener('abort', onAbort);
        if (timer !== undefined) timers.clearTimeout(timer);
      };
      const wake = (): void => {
        stop();
        resolve();
      };
      const onAbort = (): void => {
        stop();
        reject(signal.reason as Error);
      };
      const timer = untilMs === undefined ? undefined : timers.setTimeout(wake, Math.max(0, untilMs - timers.now()));
      signal.addEventListener('abort', onAbort, { once: true });
      waiters.add(wake);
    });

  const passage = (isProbe: boolean): Passage => {
    let isOver = false;
    const end = (next?: () => void): void => {
      if (isOver) return;
      isOver = true;
      if (isProbe) probing = false;
      next?.();
      if (isProbe) wakeAll();
    };
    return {
      isProbe,
      answered: () => end(isProbe ? () => (outage = undefined) : undefined),
      lost: (failure) => end(() => (outage = { failure, until: timers.now() + probeEveryMs })),
      abandoned: () => end(),
    };
  };

  return {
    pass: async (signal, onWait) => {
      for (;;) {
        signal.throwIfAborted();
        if (!network.isOnline()) {
          onWait({ reason: 'offline' });
          await changed(signal);
        } else if (!outage) {
          return passage(false);
        } else if (!probing && timers.now() >= outage.until) {
          probing = true;
          return passage(true);
        } else {
          const { failure, until } = outage;
          const reason = failure.kind === 'credentials' ? 'credentials' : 'host-down';
          onWait({ reason, until: new Date(until), failure });
          await changed(signal, probing ? undefined : until);
        }
      }
    },
    isOnline: () => network.isOnline(),
    dispose: unsubscribe,
  };
}
