import type { Deletion } from '#cos/deletionOf.ts';
import type { ObjectKey } from '#cos/objectKey.ts';
import { toFailure, type Failure } from '#lib/Failure.ts';
import { deletionsBelow } from './deletionsBelow.ts';
import { makeVersionCurrent } from './makeVersionCurrent.ts';
import type { OperationRun } from './OperationRun.ts';
import type { OperationRoot } from './OperationState.ts';
import type { OperationTally } from './OperationTally.ts';
import { removeVersions } from './removeVersions.ts';
import type { Source } from './Source.ts';

/**
 * Brings deleted objects back where versions are kept: removes the marks that hide them or, where these keys may not
 * delete, copies the last version over the mark. An object that somebody wrote anew meanwhile is not hidden and is left
 * alone; one of which no version is left stays as it is.
 */
export async function bringBack(
  run: OperationRun,
  roots: readonly OperationRoot[],
  tally: OperationTally,
  onMade: (source: Source, key: ObjectKey) => void,
): Promise<void> {
  for (const root of roots) {
    for await (const deletions of deletionsBelow(run, root)) {
      const hidden = deletions.filter(({ before }) => before !== undefined);
      tally.found(hidden.length);
      const failures = await removeVersions(run, new Map(hidden.map(({ key, marks }) => [key, marks])));
      for (const deletion of hidden) {
        const failure = await copyOver(run, deletion, failures.get(deletion.key));
        if (failure !== undefined) tally.failed(deletion.key, failure);
        else {
          tally.done();
          if (deletion.before !== undefined) onMade(deletion.before, deletion.key);
        }
      }
    }
  }
  tally.foundAll();
}

/** @returns why that is not possible either; the first reason where both are the same */
async function copyOver(
  run: OperationRun,
  { before }: Deletion,
  failure: Failure | undefined,
): Promise<Failure | undefined> {
  if (failure?.code !== 'AccessDenied' || before === undefined) return failure;
  try {
    await makeVersionCurrent(run.cos, before, run);
    return undefined;
  } catch (error) {
    run.signal.throwIfAborted();
    const second = toFailure(error);
    return second.code === 'AccessDenied' ? failure : second;
  }
}
