import { isMultiDeletable } from '#cos/calls/deleteObjects.ts';
import { isAddressable, type ObjectKey } from '#cos/objectKey.ts';
import { toFailure, type Failure } from '#lib/Failure.ts';
import { DELETED_TOGETHER } from './deleteAll.ts';
import { isHopeless } from './isHopeless.ts';
import type { OperationRun } from './OperationRun.ts';

/**
 * Removes versions of many keys, those of each key in the order given and none after one that was refused. A version
 * that is gone already was removed by an attempt whose answer got lost.
 *
 * @returns why keys still have some of them
 */
export async function removeVersions(
  run: Pick<OperationRun, 'signal'> & { readonly cos: Pick<OperationRun['cos'], 'deleteObject' | 'deleteObjects'> },
  doomed: ReadonlyMap<ObjectKey, readonly string[]>,
): Promise<ReadonlyMap<ObjectKey, Failure>> {
  const failures = new Map<ObjectKey, Failure>();
  const rounds = Math.max(0, ...[...doomed.values()].map((versionIds) => versionIds.length));
  for (let round = 0; round < rounds; round += 1) {
    const left = [...doomed].flatMap(([key, versionIds]) => {
      const versionId = versionIds[round];
      return versionId === undefined || failures.has(key) ? [] : [[key, versionId] as const];
    });
    const together = left.filter(([key]) => isMultiDeletable(key));
    for (let start = 0; start < together.length; start += DELETED_TOGETHER) {
      await removeTogether(new Map(together.slice(start, start + DELETED_TOGETHER)));
    }
    for (const [key, versionId] of left) if (!isMultiDeletable(key)) await removeAlone(key, versionId);
  }
  return failures;

  async function removeTogether(versionIds: ReadonlyMap<ObjectKey, string>): Promise<void> {
    try {
      const { errors } = await run.cos.deleteObjects({ keys: [...versionIds.keys()], versionIds });
      for (const { key, code, message } of errors) {
        if (code !== 'NoSuchVersion') failures.set(key, serviceFailure(key, code, message));
      }
    } catch (error) {
      const failure = refusal(error);
      for (const [key, versionId] of versionIds) {
        // The right to delete one does not include the right to delete many.
        if (failure.code === 'AccessDenied' && isAddressable(key)) await removeAlone(key, versionId);
        else failures.set(key, failure);
      }
    }
  }

  async function removeAlone(key: ObjectKey, versionId: string): Promise<void> {
    if (!isAddressable(key)) {
      const message = 'Neither a URL nor a list of keys can name this object';
      failures.set(key, { kind: 'local', code: 'UnsafeKey', message, facts: { key, operation: 'DeleteObject' } });
      return;
    }
    try {
      await run.cos.deleteObject({ key, versionId });
    } catch (error) {
      const failure = refusal(error);
      if (failure.code !== 'NoSuchVersion') failures.set(key, failure);
    }
  }

  /** Throws on when the person stopped it, or when all others would meet the same. */
  function refusal(error: unknown): Failure {
    run.signal.throwIfAborted();
    const failure = toFailure(error);
    if (isHopeless(failure.code)) throw error;
    return failure;
  }
}

function serviceFailure(key: ObjectKey, code: string, message: string): Failure {
  const action = code === 'AccessDenied' ? { action: 'name/cos:DeleteObject' } : {};
  return { kind: 'service', code, message, facts: { key, operation: 'DeleteMultipleObjects', ...action } };
}
