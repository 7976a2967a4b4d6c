import type { CallOptions, CosClient } from '#cos/CosClient.ts';
import { classifyFailure, decideRetry, type RetryPolicy } from '#cos/retryPolicy.ts';
import { toFailure, type Failure } from '#lib/Failure.ts';
import { FailureError } from '#lib/FailureError.ts';
import type { DoorPassage, OperationCos, OutageDoor } from './OperationRun.ts';
import type { OperationWait } from './OperationState.ts';
import { readBlob } from './readBlob.ts';

export interface PatientCosOptions {
  readonly cos: Omit<OperationCos, 'readBlob'> & Pick<CosClient, 'getObject'>;
  readonly door: OutageDoor;
  readonly policy: RetryPolicy;
  readonly signal: AbortSignal;
  readonly random: () => number;
  readonly now: () => number;
  /** Undefined: the wait is over. */
  readonly onWait: (wait: OperationWait | undefined) => void;
}

interface Tries {
  attempt: number;
  hasRenewedCredentials: boolean;
  hasCorrectedClock: boolean;
}

/**
 * A client whose calls are made until they are answered: transient failures are tried again as `retryPolicy` says, and
 * outages are waited out at the door. Each of its calls must be one that can be repeated; an answer that got lost is
 * the caller's to look for.
 */
export function createPatientCos(options: PatientCosOptions): OperationCos {
  const { cos } = options;
  const patient = <Input, Output>(call: (input: Input, how?: CallOptions) => Promise<Output>) => {
    return (input: Input, how: CallOptions = {}): Promise<Output> =>
      persist(options, (signal) => call(input, { priority: 'transfer', ...how, signal }));
  };
  return {
    location: cos.location,
    connections: cos.connections,
    listObjects: patient((input, how) => cos.listObjects(input, how)),
    listObjectVersions: patient((input, how) => cos.listObjectVersions(input, how)),
    headObject: patient((input, how) => cos.headObject(input, how)),
    readBlob: (input) => persist(options, (signal) => readBlob(cos, input, signal)),
    putObject: patient((input, how) => cos.putObject(input, how)),
    uploadPart: patient((input, how) => cos.uploadPart(input, how)),
    listParts: patient((input, how) => cos.listParts(input, how)),
    deleteObject: patient((input, how) => cos.deleteObject(input, how)),
    deleteObjects: patient((input, how) => cos.deleteObjects(input, how)),
    copyObject: patient((input, how) => cos.copyObject(input, how)),
    getObjectAcl: patient((input, how) => cos.getObjectAcl(input, how)),
    putObjectAcl: patient((input, how) => cos.putObjectAcl(input, how)),
    getObjectTagging: patient((input, how) => cos.getObjectTagging(input, how)),
    putObjectTagging: patient((input, how) => cos.putObjectTagging(input, how)),
    restoreObject: patient((input, how) => cos.restoreObject(input, how)),
    initiateMultipartUpload: patient((input, how) => cos.initiateMultipartUpload(input, how)),
    uploadPartCopy: patient((input, how) => cos.uploadPartCopy(input, how)),
    completeMultipartUpload: patient((input, how) => cos.completeMultipartUpload(input, how)),
    abortMultipartUpload: patient((input, how) => cos.abortMultipartUpload(input, how)),
  };
}

async function persist<T>(options: PatientCosOptions, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const { door, signal, onWait } = options;
  const tries: Tries = { attempt: 1, hasRenewedCredentials: false, hasCorrectedClock: false };
  let hasWaited = false;
  for (;;) {
    const passage = await door.pass(signal, (wait) => {
      hasWaited = true;
      onWait(wait);
    });
    // A socket takes a minute to notice that its network is gone: it is cut when the browser says so.
    const line = new AbortController();
    const stopListening = door.onOffline((reason) => line.abort(reason));
    try {
      const value = await call(AbortSignal.any([signal, line.signal]));
      passage.answered();
      if (hasWaited) onWait(undefined);
      return value;
    } catch (error) {
      signal.throwIfAborted();
      hasWaited = true;
      await recover(options, error, passage, tries);
    } finally {
      stopListening();
      passage.abandoned();
    }
  }
}

/** Waits as the failure asks, or throws what no further attempt would change. */
async function recover(
  { door, policy, random, now, signal, onWait }: PatientCosOptions,
  error: unknown,
  passage: DoorPassage,
  tries: Tries,
): Promise<void> {
  const failure = toFailure(error);
  const decision = decideRetry(failure, tries, policy, random());
  tries.attempt += 1;
  if (isOutage(failure)) {
    if (!door.isOnline()) {
      tries.attempt = 1; // The door waits, and no attempt is spent.
      return;
    }
    if (passage.isProbe || decision.action === 'giveUp') {
      passage.lost(failure);
      tries.attempt = 1;
      return;
    }
  } else passage.answered();
  switch (decision.action) {
    case 'retry':
      passage.abandoned();
      onWait({ reason: 'retry', until: new Date(now() + decision.afterMs), attempt: tries.attempt, failure });
      await door.rest(decision.afterMs, signal);
      return;
    case 'renewCredentials':
      tries.hasRenewedCredentials = true;
      return;
    case 'correctClock':
      tries.hasCorrectedClock = true;
      return;
    case 'reconcile':
      throw new FailureError(failure, { cause: error });
    case 'giveUp':
    default:
      throw new FailureError(decision.failure, { cause: error });
  }
}

/** Nobody who could decide has answered; such a failure is waited out, for hours if need be. */
function isOutage(failure: Failure): boolean {
  const group = classifyFailure(failure);
  return group === 'transient' || group === 'endpoint' || failure.code === 'SignInRequired';
}
