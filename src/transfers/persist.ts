import type { SendOptions } from '#cos/CosClient.ts';
import { decideRetry } from '#cos/retryPolicy.ts';
import type { Failure } from '#lib/Failure.ts';
import { FailureError } from '#lib/FailureError.ts';
import { attemptOnce, nextRequestId } from './attemptOnce.ts';
import type { Failed, RequestShape, Tries } from './attemptOnce.ts';
import { checkFile } from './checkFile.ts';
import type { Activity } from './createActivityBoard.ts';
import type { Passage } from './createOutageGate.ts';
import { isOutage } from './isOutage.ts';
import type { TransferRun } from './TransferRun.ts';

export interface PersistOptions<T> extends RequestShape {
  /** Bytes that earlier attempts of this request have brought for good, where it goes on from there. */
  readonly gainedBytes?: () => number;
  /** Asked before another attempt: did the last one work after all, its answer lost? */
  readonly inDoubt?: () => Promise<T | undefined>;
}

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
    previousAt: run.timers.now(),
  };
  try {
    for (;;) {
      const passage = await run.gate.pass(run.signal, activity.waiting);
      try {
        const leftAt = run.timers.now();
        const outcome = await attemptOnce(run, options, attempt, activity, tries);
        if ('value' in outcome) {
          passage.answered();
          return outcome.value;
        }
        if (gained() > tries.gainedBytes) Object.assign(tries, fresh(gained()));
        await recover(run, outcome, passage, activity, tries, options.bodyBytes);
        tries.previousAt = leftAt;
      } finally {
        passage.abandoned();
      }
      const settled = await options.inDoubt?.();
      if (settled !== undefined) {
        run.meter.settled(nextRequestId(), options.bodyBytes ?? 0);
        return settled;
      }
    }
  } finally {
    activity.end();
  }
}

/** The count of attempts as it stands after something was gained. */
function fresh(gainedBytes: number): Pick<Tries, 'attempt' | 'gainedBytes'> {
  return { attempt: 1, gainedBytes };
}

/**
 * [Note: One request's trouble] A part that fails for ever while others are answered is no outage of the host, and must
 * not stop them. It waits by itself, for as long as everybody would wait for a probe. What counts is whether anybody was
 * answered since its last attempt but one: an answer from before an outage that outlasts both says nothing.
 */
function isAlone({ gate }: TransferRun, failure: Failure, { previousAt }: Tries): boolean {
  return failure.kind !== 'credentials' && gate.hasAnsweredSince(previousAt);
}

async function waitAlone(run: TransferRun, failure: Failure, passage: Passage, activity: Activity): Promise<void> {
  passage.abandoned();
  const { probeEveryMs } = run.policy;
  activity.waiting({ reason: 'host-down', until: new Date(run.timers.now() + probeEveryMs), failure });
  await run.gate.rest(probeEveryMs, run.signal);
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
