import { isMultiDeletable } from '#cos/calls/deleteObjects.ts';
import type { ObjectKey } from '#cos/objectKey.ts';
import { deleteKeys } from './deleteKeys.ts';
import type { OperationRun } from './OperationRun.ts';
import type { OperationTally } from './OperationTally.ts';
import type { UndoStep } from './OperationTally.ts';

/** Deletes in batches what may be deleted now. */
export interface Deletions {
  /** @param onGone what takes this one back */
  add(key: ObjectKey, stepBack?: UndoStep): Promise<void>;
  /** The rest. */
  flush(): Promise<void>;
}

/** Calls are made one after the other, so that a batch is never cut in two by the next. */
export function createDeletions(
  run: OperationRun,
  tally: OperationTally,
  { batch, onGone }: { readonly batch: number; readonly onGone: (keys: readonly ObjectKey[]) => void },
): Deletions {
  let waiting = new Map<ObjectKey, UndoStep | undefined>();
  let last: Promise<void> = Promise.resolve();

  async function deleteBatch(doomed: ReadonlyMap<ObjectKey, UndoStep | undefined>): Promise<void> {
    const markers = new Map<ObjectKey, string>();
    const cos = {
      deleteObject: run.cos.deleteObject,
      deleteObjects: async (...call: Parameters<typeof run.cos.deleteObjects>) => {
        const answer = await run.cos.deleteObjects(...call);
        for (const [key, marker] of answer.markers ?? []) markers.set(key, marker);
        return answer;
      },
    };
    const keys = [...doomed.keys()];
    // One alone would go by its own request, which does not tell its mark.
    const { deleted, errors } = await deleteKeys(cos, keys, {
      signal: run.signal,
      together: keys.every(isMultiDeletable),
    });
    for (const { key, failure } of errors) tally.failed(key, failure);
    onGone(deleted);
    const steps = deleted.flatMap((key): UndoStep[] => {
      const stepBack = doomed.get(key);
      const versionId = markers.get(key);
      if (stepBack !== undefined) return [stepBack];
      return versionId === undefined ? [] : [{ type: 'unmark', key, versionId }];
    });
    tally.done(steps, deleted.length);
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
