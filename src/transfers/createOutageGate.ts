import type { Failure } from '#lib/Failure.ts';
import { FailureError } from '#lib/FailureError.ts';
import type { Timers } from './Timers.ts';
import type { Wait } from './createActivityBoard.ts';

/** What the browser knows about being connected. */
export interface Network {
  readonly isOnline: () => boolean;
  /** Called on every change, and when the person comes back to the page; returns the way to stop listening. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Every request of one connection passes here before it leaves. */
export interface OutageGate {
  /** Resolves when a request may leave; tells `onWait` what it waits for. Rejects with the signal's reason. */
  readonly pass: (signal: AbortSignal, onWait: (wait: Wait) => void) => Promise<Passage>;
  readonly isOnline: () => boolean;
  /** The person says that it is over: the next request asks at once. */
  readonly probeNow: () => void;
  /** Whether any request was answered after this time: then the host is not down, whatever befell the others. */
  readonly hasAnsweredSince: (ms: number) => boolean;
  /** Hears the reason to cut a request with as soon as the browser goes offline; returns the way to stop listening. */
  readonly onOffline: (cut: (reason: FailureError) => void) => () => void;
  /** Waits before another attempt, and no longer once the browser went offline or came back. */
  readonly rest: (delayMs: number, signal: AbortSignal) => Promise<void>;
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
 * says it is online again or the person comes back to the page, exactly one request goes through as the probe; its
 * answer opens the gate for all. A sign-in that is asked for is such an outage too: it ends when somebody has signed in.
 *
 * [Note: Offline is believed at once] A socket takes a minute to notice that its network is gone, and the browser does
 * not close it. So what is under way is cut when the browser says offline, and everything goes on when it is back:
 * back-offs are not slept through.
 */
export function createOutageGate(options: {
  readonly network: Network;
  readonly timers: Timers;
  readonly probeEveryMs: number;
}): OutageGate {
  const { network, timers, probeEveryMs } = options;
  /** Wait for the gate to open. */
  const waiters = new Set<() => void>();
  /** Rest before their next attempt. */
  const resting = new Set<() => void>();
  const cuts = new Set<(reason: FailureError) => void>();
  let outage: { readonly failure: Failure; until: number } | undefined;
  let probing = false;
  let wasOnline = network.isOnline();
  let answeredAt = Number.NEGATIVE_INFINITY;

  const probeNow = (): void => {
    if (outage && network.isOnline()) outage.until = timers.now();
    wake(waiters);
  };

  const unsubscribe = network.subscribe(() => {
    const isOnline = network.isOnline();
    if (isOnline !== wasOnline) {
      wasOnline = isOnline;
      if (!isOnline) cutAll();
      wake(resting);
    }
    probeNow();
  });

  const cutAll = (): void => {
    const reason = new FailureError({ kind: 'network', code: 'Offline', message: 'the browser went offline' });
    for (const cut of cuts) cut(reason);
  };

  const sleep = (sleepers: Set<() => void>, signal: AbortSignal, untilMs?: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const stop = (): void => {
        sleepers.delete(awake);
        signal.removeEventListener('abort', onAbort);
        if (timer !== undefined) timers.clearTimeout(timer);
      };
      const awake = (): void => {
        stop();
        resolve();
      };
      const onAbort = (): void => {
        stop();
        reject(signal.reason as Error);
      };
      const timer = untilMs === undefined ? undefined : timers.setTimeout(awake, Math.max(0, untilMs - timers.now()));
      signal.addEventListener('abort', onAbort, { once: true });
      sleepers.add(awake);
    });

  const passage = (isProbe: boolean): Passage => {
    let isOver = false;
    const end = (next?: () => void): void => {
      if (isOver) return;
      isOver = true;
      if (isProbe) probing = false;
      next?.();
      if (isProbe) wake(waiters);
    };
    return {
      isProbe,
      answered: () =>
        end(() => {
          answeredAt = timers.now();
          if (isProbe) outage = undefined;
        }),
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
          await sleep(waiters, signal);
        } else if (!outage) {
          return passage(false);
        } else if (!probing && timers.now() >= outage.until) {
          probing = true;
          return passage(true);
        } else {
          const { failure, until } = outage;
          const reason = failure.kind === 'credentials' ? 'credentials' : 'host-down';
          onWait({ reason, until: new Date(until), failure });
          await sleep(waiters, signal, probing ? undefined : until);
        }
      }
    },
    isOnline: () => network.isOnline(),
    probeNow,
    hasAnsweredSince: (ms) => answeredAt > ms,
    onOffline: (cut) => {
      cuts.add(cut);
      return () => cuts.delete(cut);
    },
    rest: (delayMs, signal) => {
      signal.throwIfAborted();
      return sleep(resting, signal, timers.now() + delayMs);
    },
    dispose: unsubscribe,
  };
}

function wake(sleepers: ReadonlySet<() => void>): void {
  for (const each of sleepers) each();
}
