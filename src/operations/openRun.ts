import type { Prefix } from '#cos/objectKey.ts';
import { createTurnstile } from '#lib/createTurnstile.ts';
import { createPatientCos } from './createPatientCos.ts';
import type { OperationEngineOptions } from './OperationEngineOptions.ts';
import type { OperationJob } from './OperationJob.ts';
import type { NamesBelow, OperationCos, OperationRun } from './OperationRun.ts';
import type { OperationWait } from './OperationState.ts';

/**
 * What one run works with, from the clients and the journal of the engine.
 *
 * @param onWait what keeps it from moving just now; undefined when that is over
 */
export function openRun(
  job: OperationJob,
  options: OperationEngineOptions,
  signal: AbortSignal,
  onWait: (wait: OperationWait | undefined) => void,
  onPageBytes: (bytes: number) => void,
): OperationRun {
  const { journal, policy } = options;
  const { id } = job.operation;
  const { connectionId, toConnectionId = connectionId } = job.request;
  const patient = (at: string): OperationCos =>
    createPatientCos({
      cos: options.cosFor(at),
      door: options.doorFor(at),
      policy: policy.retry,
      signal,
      random: options.random,
      now: options.now,
      onWait: (wait) => {
        if (!signal.aborted) onWait(wait);
      },
    });
  const cos = patient(connectionId);
  const target = toConnectionId === connectionId ? cos : patient(toConnectionId);
  const lookups = { from: new Map<Prefix, NamesBelow>(), to: new Map<Prefix, NamesBelow>() };
  return {
    cos,
    target,
    toOtherPlace: cos.location.bucket !== target.location.bucket || cos.location.region !== target.location.region,
    namesBelow: (side, below) => {
      const known = lookups[side].get(below) ?? options.lookUp(side === 'from' ? cos : target, below);
      lookups[side].set(below, known);
      return known;
    },
    signal,
    policy,
    readsAcl: options.mayRead(connectionId, 'acl'),
    readsTags: options.mayRead(connectionId, 'tags'),
    notes: {
      began: (upload) => journal.noteUpload(id, upload),
      ended: (upload) => journal.dropUpload(id, upload),
    },
    throughPage: createTurnstile(policy.pageParts),
    onPageBytes,
    resumable: new Map(),
    made: new Set(),
    mayCopyOnServer: true,
  };
}
