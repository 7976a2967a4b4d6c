import type { DeleteObjectsOutput } from '#cos/CosCalls.ts';
import { isAddressable, type ObjectKey } from '#cos/objectKey.ts';
import { toFailure, type Failure } from '#lib/Failure.ts';
import { isHopeless } from './isHopeless.ts';
import type { OperationCos, OperationRun } from './OperationRun.ts';
import type { OperationTally, UndoStep } from './OperationTally.ts';
import { planDeletions } from './planDeletions.ts';

/** Deletes in batches what may be deleted now. */
export interface Deletions {
  /** @param stepBack what takes this one back; where versions are kept, removing the mark does */
  add(key: ObjectKey, stepBack?: UndoStep): Promise<void>;
  /** The rest. */
  flush(): Promise<void>;
}

type Gone = (keys: readonly ObjectKey[], markers?: DeleteObjectsOutput['markers']) => void;

/**
 * Calls are made one after the other, so that a batch is never cut in two by the next. A key that is refused is told
 * to the tally with its reason, and the others go on.
 */
export function createDeletions(
  run: Pick<OperationRun, 'signal'> & { readonly cos: Pick<OperationCos, 'deleteObject' | 'deleteObjects'> },
  tally: OperationTally,
  { batch, onGone }: { readonly batch: number; readonly onGone: (keys: readonly ObjectKey[]) => void },
): Deletions {
  let waiting = new Map<ObjectKey, UndoStep | undefined>();
  let last: Promise<void> = Promise.resolve();

  async function deleteBatch(doomed: ReadonlyMap<ObjectKey, UndoStep | undefined>): Promise<void> {
    const gone: Gone = (keys, markers) => {
      onGone(keys);
      const steps = keys.flatMap((key): UndoStep[] => {
        const stepBack = doomed.get(key);
        const versionId = markers?.get(key);
        if (stepBack !== undefined) return [stepBack];
        return versionId === undefined ? [] : [{ type: 'unmark', key, versionId }];
      });
      tally.done(steps, keys.length);
    };
    const { together, alone, impossible } = planDeletions([...doomed.keys()]);
    for (const key of impossible) tally.failed(key, cannotBeNamed(key));
    if (together.length > 0) await sendTogether(together, gone);
    await sendAlone(alone, gone);
  }

  async function sendTogether(keys: readonly ObjectKey[], gone: Gone): Promise<void> {
    let answer: DeleteObjectsOutput;
    try {
      answer = await run.cos.deleteObjects({ keys });
    } catch (error) {
      const failure = refused(error, keys);
      // The right to delete one does not include the right to delete many.
      if (failure.code === 'AccessDenied' && keys.every(isAddressable)) await sendAlone(keys, gone);
      else for (const key of keys) tally.failed(key, failure);
      return;
    }
    const reasons = new Map(answer.errors.map((error) => [error.key, error]));
    const deleted = new Set(answer.deleted.filter((key) => !reasons.has(key)));
    gone(
      keys.filter((key) => deleted.has(key)),
      answer.markers,
    );
    for (const key of keys) {
      const reason = reasons.get(key);
      if (reason !== undefined) tally.failed(key, refusalOf(reason));
      else if (!deleted.has(key)) tally.failed(key, unmentioned(key));
    }
  }

  async function sendAlone(keys: readonly ObjectKey[], gone: Gone): Promise<void> {
    for (const [index, key] of keys.entries()) {
      try {
        await run.cos.deleteObject({ key });
        gone([key]);
      } catch (error) {
        const failure = refused(error, [key]);
        const others = index === 0 && failure.code === 'AccessDenied' ? keys : [key];
        for (const each of others) tally.failed(each, failure);
        if (others === keys) return;
      }
    }
  }

  /** Throws on when the person stopped it, or when all others would meet the same. */
  function refused(error: unknown, keys: readonly ObjectKey[]): Failure {
    run.signal.throwIfAborted();
    const failure = toFailure(error);
    if (!isHopeless(failure.code)) return failure;
    for (const key of keys) tally.failed(key, failure);
    throw error;
  }

  function flush(): Promise<void> {
    const doomed = waiting;
    waiting = new Map();
    last = last.then(() => (doomed.size === 0 ? undefined : deleteBatch(doomed)));
    return last;
  }

  return {
    add: async (key, stepBack) => {
      waiting.set(key, stepBack);
      if (waiting.size >= batch) await flush();
    },
    flush,
  };
}

function refusalOf({ key, code, message }: { key: ObjectKey; code: string; message: string }): Failure {
  const action = code === 'AccessDenied' ? { action: 'name/cos:DeleteObject' } : {};
  return { kind: 'service', code, message, facts: { key, operation: 'DeleteMultipleObjects', ...action } };
}

function unmentioned(key: ObjectKey): Failure {
  const message = 'The answer does not say what became of this key';
  return { kind: 'integrity', code: 'UnexpectedAnswer', message, facts: { key, operation: 'DeleteMultipleObjects' } };
}

function cannotBeNamed(key: ObjectKey): Failure {
  const message = 'Neither a URL nor a list of keys can name this object';
  return { kind: 'local', code: 'UnsafeKey', message, facts: { key, operation: 'DeleteObject' } };
}
