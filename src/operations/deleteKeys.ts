import { isMultiDeletable } from '#cos/calls/deleteObjects.ts';
import { callWithRetries } from '#cos/callWithRetries.ts';
import type { CosClient } from '#cos/CosClient.ts';
import { isAddressable, type ObjectKey } from '#cos/objectKey.ts';
import type { RetryPolicy } from '#cos/retryPolicy.ts';
import { isAbortError, toFailure, type Failure } from '#lib/Failure.ts';

/** Most keys in one DELETE Multiple Objects (COS documentation 8289). */
const BATCH_SIZE = 1000;

export interface DeleteKeysResult {
  /** Gone, or never there. */
  readonly deleted: readonly ObjectKey[];
  /** Every other key, with its reason. */
  readonly errors: readonly { readonly key: ObjectKey; readonly failure: Failure }[];
}

export interface DeleteKeysOptions {
  readonly signal?: AbortSignal;
  /** Keys dealt with so far, deleted or refused. */
  readonly onProgress?: (doneCount: number) => void;
  /** These are gone for certain. Told batch by batch, so that who stops midway still knows what is gone. */
  readonly onDeleted?: (keys: readonly ObjectKey[]) => void;
  readonly policy?: RetryPolicy;
  /** Also a single key goes in a list: only that answer tells the mark a bucket with versions made. */
  readonly together?: boolean;
}

interface Progress {
  readonly deleted: ObjectKey[];
  readonly errors: { key: ObjectKey; failure: Failure }[];
}

/**
 * Deletes objects: one by its own request, several in batches. A key that cannot travel in a batch goes alone; one that
 * no URL can name goes in a batch; one that can do neither is told as an error.
 *
 * When a request fails as a whole after something was deleted, the rest is reported with that failure, so that the
 * caller knows what is gone.
 *
 * @throws what the first request threw, when nothing was deleted; the signal's reason
 */
export async function deleteKeys(
  cos: Pick<CosClient, 'deleteObject' | 'deleteObjects'>,
  keys: readonly ObjectKey[],
  options: DeleteKeysOptions = {},
): Promise<DeleteKeysResult> {
  const progress: Progress = { deleted: [], errors: [] };
  const requests = planRequests([...new Set(keys)], progress, options.together === true);
  const report = (): void => options.onProgress?.(progress.deleted.length + progress.errors.length);
  for (const [index, batch] of requests.entries()) {
    const goneBefore = progress.deleted.length;
    try {
      if (batch.alone) await deleteAlone(cos, batch.keys, options, progress);
      else await deleteTogether(cos, batch.keys, options, progress);
    } catch (error) {
      options.signal?.throwIfAborted();
      if (isAbortError(error) || progress.deleted.length === 0) throw error;
      const failure = toFailure(error);
      for (const key of requests.slice(index).flatMap((rest) => rest.keys)) progress.errors.push({ key, failure });
      report();
      break;
    }
    options.onDeleted?.(progress.deleted.slice(goneBefore));
    report();
  }
  return progress;
}

interface PlannedRequest {
  readonly alone: boolean;
  readonly keys: readonly ObjectKey[];
}

function planRequests(keys: readonly ObjectKey[], progress: Progress, isList: boolean): readonly PlannedRequest[] {
  const isSingle = keys.length === 1 && !isList;
  const together = keys.filter((key) => isMultiDeletable(key) && !(isSingle && isAddressable(key)));
  const others = keys.filter((key) => !isMultiDeletable(key) || (isSingle && isAddressable(key)));
  for (const key of others.filter((other) => !isAddressable(other))) {
    progress.errors.push({ key, failure: cannotBeNamed(key) });
  }
  const batches: PlannedRequest[] = [];
  for (let start = 0; start < together.length; start += BATCH_SIZE) {
    batches.push({ alone: false, keys: together.slice(start, start + BATCH_SIZE) });
  }
  return [...batches, ...others.filter(isAddressable).map((key) => ({ alone: true, keys: [key] }))];
}

async function deleteAlone(
  cos: Pick<CosClient, 'deleteObject'>,
  keys: readonly ObjectKey[],
  { signal, policy }: DeleteKeysOptions,
  progress: Progress,
): Promise<void> {
  for (const key of keys) {
    await callWithRetries(() => cos.deleteObject({ key }, signal ? { signal } : {}), {
      ...(signal ? { signal } : {}),
      ...(policy ? { policy } : {}),
    });
    progress.deleted.push(key);
  }
}

async function deleteTogether(
  cos: Pick<CosClient, 'deleteObjects'>,
  keys: readonly ObjectKey[],
  { signal, policy }: DeleteKeysOptions,
  progress: Progress,
): Promise<void> {
  const { deleted, errors } = await callWithRetries(() => cos.deleteObjects({ keys }, signal ? { signal } : {}), {
    ...(signal ? { signal } : {}),
    ...(policy ? { policy } : {}),
  });
  const gone = new Set(deleted);
  const refused = new Map(errors.map((error) => [error.key, error]));
  for (const key of keys) {
    const error = refused.get(key);
    if (error) progress.errors.push({ key, failure: refusalOf(error) });
    else if (gone.has(key)) progress.deleted.push(key);
    else progress.errors.push({ key, failure: unmentioned(key) });
  }
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
