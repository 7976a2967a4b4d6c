import type { SendOptions } from '#cos/CosClient.ts';
import type { Attempt } from '#cos/retryPolicy.ts';
import { toFailure } from '#lib/Failure.ts';
import type { Failure } from '#lib/Failure.ts';
import { FailureError } from '#lib/FailureError.ts';
import type { Activity } from './createActivityBoard.ts';
import type { TransferRun } from './TransferRun.ts';
import { watchSilence } from './watchSilence.ts';
import type { RequestKind } from './watchSilence.ts';

/** What must be known of a request to watch over it. */
export interface RequestShape {
  /** A function when it may differ from one attempt to the next. */
  readonly kind: RequestKind | (() => RequestKind);
  /** Size of the request body; it counts as confirmed once the request succeeds. */
  readonly bodyBytes?: number;
  /** Takes a slot of the connection budget. */
  readonly takesSlot?: boolean;
}

/** What was tried of a request so far. */
export interface Tries extends Attempt {
  attempt: number;
  hasRenewedCredentials: boolean;
  hasCorrectedClock: boolean;
  stalls: number;
  /** It was sent again once for creeping; if it creeps again, that is how it is. */
  hasCrept: boolean;
  gainedBytes: number;
  /** When the attempt before this one left; this one itself, as the first. */
  previousAt: number;
}

export type Outcome<T> = { readonly value: T } | Failed;

export interface Failed {
  readonly failure: Failure;
  readonly error: unknown;
  /** We cut it: because the browser went offline, or because it crept while others ran. */
  readonly cutBy: 'offline' | 'dripping' | undefined;
}

const TOO_SLOW = { kind: 'network', code: 'Stalled', message: 'far slower than the others' } as const;

let requestCount = 0;

/** A number for a request, by which the meter knows it. */
export function nextRequestId(): number {
  return (requestCount += 1);
}

/** Makes one attempt: within the budget, watched for silence, creeping and going offline, its bytes counted. */
export async function attemptOnce<T>(
  run: TransferRun,
  options: RequestShape,
  attempt: (options: SendOptions & { readonly signal: AbortSignal }) => Promise<T>,
  activity: Activity,
  tries: Tries,
): Promise<Outcome<T>> {
  const bodyBytes = options.bodyBytes ?? 0;
  const release = options.takesSlot ? await run.budget.acquire(run.share, run.signal) : undefined;
  const { epoch } = run.budget;
  const cut = new AbortController();
  let cutBy: Failed['cutBy'];
  const stop = (by: Failed['cutBy'], reason: FailureError): void => {
    cutBy = by;
    cut.abort(reason);
  };
  const id = nextRequestId();
  const drip = options.kind === 'body' ? run.drip.begin() : undefined;
  activity.moving();
  const watch = watchSilence({
    timers: run.timers,
    policy: run.policy,
    kind: typeof options.kind === 'function' ? options.kind() : options.kind,
    bodyBytes,
    stalls: tries.stalls,
    onSilent: (isSilent) => (isSilent ? activity.waiting({ reason: 'stalled' }) : activity.moving()),
    onExpired: (reason) => cut.abort(reason),
    onLook: () => {
      if (!tries.hasCrept && drip?.isDripping()) stop('dripping', new FailureError(TOO_SLOW));
    },
  });
  const unsubscribe = run.gate.onOffline((reason) => stop('offline', reason));
  const { laneBytesPerSecond } = run.pace.line;
  try {
    const value = await attempt({
      signal: AbortSignal.any([run.signal, cut.signal]),
      priority: 'transfer',
      ...(laneBytesPerSecond === undefined ? {} : { expectedSeconds: bodyBytes / laneBytesPerSecond }),
      onStart: watch.started,
      onAlive: watch.alive,
      onSent: (bytes) => {
        watch.sent(bytes);
        drip?.moved(bytes);
        if (bodyBytes === 0) return;
        run.meter.inFlight(id, Math.min(bytes, bodyBytes));
        run.progressed();
      },
    });
    run.meter.settled(id, bodyBytes);
    run.budget.answered();
    return { value };
  } catch (error) {
    run.meter.settled(id, 0);
    run.signal.throwIfAborted();
    const failure = toFailure(error);
    if (isTooMuch(failure)) run.budget.refused(epoch);
    return { error, failure, cutBy };
  } finally {
    unsubscribe();
    drip?.end();
    watch.stop();
    release?.();
  }
}

/** The server has too much to do: 503 `SlowDown` and its like, 429. */
function isTooMuch({ code, status }: Failure): boolean {
  return code === 'SlowDown' || code === 'ServiceUnavailable' || status === 429;
}
