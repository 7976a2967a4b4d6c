import type { ListedObject } from '#cos/CosObject.ts';
import type { ObjectKey, Prefix } from '#cos/objectKey.ts';
import { toFailure } from '#lib/Failure.ts';
import type { OperationRun } from './OperationRun.ts';

/** What is there under the names that things are to get; `unknown` where these keys may not list. */
export type Existing = ReadonlyMap<ObjectKey, ListedObject> | 'unknown';

/** Tells which of these names below one prefix are taken, by listing and not by a HEAD for each. */
export async function existingAmong(run: OperationRun, below: Prefix, keys: readonly ObjectKey[]): Promise<Existing> {
  const found = new Map<ObjectKey, ListedObject>();
  try {
    for await (const { present } of run.namesBelow('to', below).find(keys)) {
      for (const object of present) found.set(object.key, object);
    }
    return found;
  } catch (error) {
    run.signal.throwIfAborted();
    if (toFailure(error).code === 'AccessDenied') return 'unknown';
    throw error;
  }
}
