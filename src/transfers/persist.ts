import type { SendOptions } from '#cos/CosClient.ts';
import { decideRetry } from '#cos/retryPolicy.ts';
import type { Attempt } from '#cos/retryPolicy.ts';
import { toFailure } from '#lib/Failure.ts';
import type { Failure } from '#lib/Failure.ts';
import { FailureError } from '#lib/FailureError.ts';
import { checkFile } from './checkFile.ts';
import type { Activity } from './createActivityBoard.ts';
import type { Passage } from './createOutageGate.ts';
import { isOutage } from './isOutage.ts';
import type { TransferRun } from './TransferRun.ts';
import { watchSilence } from './watchSilence.ts';
import type { RequestKind } from './watchSilence.ts';

export interface PersistOptions<T> {
  /** A function when it may differ from one attempt to the next. */
  readonly kind: RequestKind | (() => RequestKind);
  /** Size of the request body; it counts as confirmed once the request succeeds. */
  readonly bodyBytes?: number;
  /** Takes a slot of the connection budget. */
  readonly takesSlot?: boolean;
  /** Bytes that earlier attempts of this request have brought for good, where it goes on from there. */
  readonly gainedBytes?: () => number;
  /** Asked before another attempt: did the last one work after all, its answer lost? */
  readonly inDoubt?: () => Promise<T | undefined>;
}

let requestCount = 0;

/**
 * Makes one request until it is answered. Outages are waited out, key and clock errors are tried again as
 * `retryPolicy` says, silence is cut. Rejects with the run's abort reason, or with a `FailureError` for every answer
 * that another attempt would not change.
 *
 * The count of attempts starts again whenever bytes were gained since the last failure: a network that moves anything
 * is not down.
 */
export async function persist<T>(
  run: TransferRun,
  options: PersistOptions<T>,
  attempt: (options: SendOptions & { readonly signal: AbortSignal }) => Promise<T>,
): Promise<T> {
  const activity = run.beginActivity();
  const gained = (): number => run.meter.confirmedBytes + (options.gainedBytes?.() ?? 0);
  const tries: Tries = {
    attempt: 1,
    hasRenewedCredentials: false,
    hasCorrectedClock: false,
    stalls: 0,
    hasCrept: false,
    gainedBytes: gained(),
    failingSince: undefined,
  };
  try {
    for (;;) {
      const passage = await run.gate.pass(run.signal, activity.waiting);
      try {
        const outcome = await attemptOnce(run, options, attempt, activity, tries);
        if ('value' in outcome) {
          passage.answered();
          return outcome.value;
        }
        if (gained() > tries.gainedBytes) Object.assign(tries, fresh(gained()));
        tries.failingSince ??= run.timers.now();
        await recover(run, outcome, passage, activity, tries, options.bodyBytes);
      } finally {
        passage.abandoned();
      }
      const settled = await options.inDoubt?.();
      if (settled !== undefined) {
        run.meter.settled((requestCount += 1), options.bodyBytes ?? 0);
        return settled;
      }
    }
  } finally {
    activity.end();
  }
}

/** The count of attempts as it stands after something was gained. */
function fresh(gainedBytes: number): Pick<Tries, 'attempt' | 'gainedBytes' | 'failingSince'> {
  return { attempt: 1, gainedBytes, failingSince: undefined };
}

/**
 * [Note: One request's trouble] A part that fails for ever while others are answered is no outage of the host, and must
 * not stop them. It waits by itself, for as long as everybody would wait for a probe.
 */
function isAlone({ gate }: TransferRun, failure: Failure, { failingSince = 0 }: Tries): boolean {
  return failure.kind !== 'credentials' && gate.hasAnsweredSince(failingSince);
}

async function waitAlone(run: TransferRun, failure: Failure, passage: Passage, activity: Activity): Promise<void> {
  passage.abandoned();
  const { probeEveryMs } = run.policy;
  activity.waiting({ reason: 'host-down', until: new Date(run.timers.now() + probeEveryMs), failure });
  await run.gate.rest(probeEveryMs, run.signal);
}

interface Tries extends Attempt {
  attempt: number;
  hasRenewedCredentials: boolean;
  hasCorrectedClock: boolean;
  stalls: number;
  /** It was sent again once for creeping; if it creeps again, that is how it is. */
  hasCrept: boolean;
  gainedBytes: number;
  /** When the first of the present row of failures was met. */
  failingSince: number | undefined;
}

type Outcome<T> = { readonly value: T } | Failed;

interface Failed {
  readonly failure: Failure;
  readonly error: unknown;
  /** We cut it: because the browser went offline, or because it crept while others ran. */
  readonly cutBy: 'offline' | 'dripping' | undefined;
}

const TOO_SLOW = { kind: 'network', code: 'Stalled', message: 'far slower than the others' } as const;

async function attemptOnce<T>(
  run: TransferRun,
  options: PersistOptions<T>,
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
  const id = (requestCount += 1);
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

/** Waits as the failure asks, or throws what no further attempt would change. */
async function recover(
  run: TransferRun,
  outcome: Failed,
  passage: Passage,
  activity: Activity,
  tries: Tries,
  bodyBytes: number | undefined,
): Promise<void> {
  const { failure } = outcome;
  const outage = isOutage(failure);
  if (!outage) passage.answered();
  if (failure.kind === 'network') {
    const unreadable = run.file && (await checkFile(run.file));
    if (unreadable) throw new FailureError(unreadable);
    if (outcome.cutBy === 'offline' || !run.gate.isOnline()) {
      Object.assign(tries, fresh(tries.gainedBytes)); // The gate waits, and no attempt is spent.
      activity.waiting({ reason: 'offline' });
      return;
    }
  }
  if (outcome.cutBy === 'dripping') tries.hasCrept = true;
  else if (failure.code === 'Stalled') tries.stalls += 1;
  const decision = decideRetry(failure, tries, run.policy.retry, run.random());
  tries.attempt += 1;
  if (outage && (passage.isProbe || decision.action === 'giveUp')) {
    if (isAlone(run, failure, tries)) await waitAlone(run, failure, passage, activity);
    else {
      passage.lost(failure);
      activity.waiting({ reason: failure.kind === 'credentials' ? 'credentials' : 'host-down', failure });
    }
    return;
  }
  switch (decision.action) {
    case 'retry': {
      passage.abandoned();
      const until = new Date(run.timers.now() + decision.afterMs);
      const reason = failure.kind === 'credentials' ? 'credentials' : 'retry';
      activity.waiting({ reason, until, attempt: tries.attempt, failure });
      await run.gate.rest(decision.afterMs, run.signal);
      if (!run.gate.isOnline()) Object.assign(tries, fresh(tries.gainedBytes));
      return;
    }
    case 'renewCredentials':
      tries.hasRenewedCredentials = true;
      return;
    case 'correctClock':
      tries.hasCorrectedClock = true;
      return;
    case 'reconcile':
      throw new FailureError(failure, { cause: outcome.error });
    case 'giveUp':
      throw new FailureError(withSize(decision.failure, bodyBytes), { cause: outcome.error });
  }
}

/** How much did not get through before the keys ended decides what is tried next. */
function withSize(failure: Failure, bytes: number | undefined): Failure {
  if (failure.code !== 'KeysTooShort' || bytes === undefined) return failure;
  return { ...failure, facts: { ...failure.facts, bytes } };
}
