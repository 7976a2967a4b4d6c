import { callWithRetries } from '#cos/callWithRetries.ts';
import type { CosClient } from '#cos/CosClient.ts';
import { CosError } from '#cos/CosError.ts';
import { DELIMITER, isAddressable, keyByteLength, MAX_KEY_BYTES, type ObjectKey, type Prefix } from '#cos/objectKey.ts';
import { toFailure, type FailureCode } from '#lib/Failure.ts';
import type { Source } from './Source.ts';
import type { OperationRun } from './OperationRun.ts';
import type { OperationRoot } from './OperationState.ts';
import type { OperationTally } from './OperationTally.ts';

/**
 * Makes an empty folder: an object without content named like the prefix (COS documentation 7749). A folder that is there
 * already stays as it is.
 *
 * @param prefix ends with `/`
 * @throws CosError; `KeyNotAllowed`, `KeyTooLong` or `UnsafeKey` before any request
 */
export async function createFolder(
  cos: Pick<CosClient, 'putObject'>,
  prefix: Prefix,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<void> {
  const problem = problemOf(prefix);
  if (problem) {
    const message = 'This cannot be the name of a folder';
    throw new CosError({ kind: 'local', code: problem, message, facts: { operation: 'PutObject', key: prefix } });
  }
  const input = { key: prefix, body: new Blob(), contentType: 'application/x-directory', forbidOverwrite: true };
  const put = (): Promise<unknown> => cos.putObject(input, { priority: 'interactive', ...(signal ? { signal } : {}) });
  try {
    await callWithRetries(put, signal ? { signal } : {});
  } catch (error) {
    // Also the answer to our own success when that got lost and the request was repeated.
    if (!(error instanceof CosError) || error.failure.code !== 'FileAlreadyExists') throw error;
  }
}

/** Makes the folders of an operation, each with the way back: its marker alone is removed, whatever is in it by then. */
export async function createFolders(
  run: OperationRun,
  roots: readonly OperationRoot[],
  tally: OperationTally,
  onMade: (source: Source, key: ObjectKey) => void,
): Promise<void> {
  tally.found(roots.length);
  tally.foundAll();
  for (const { from } of roots) {
    try {
      await createFolder(run.cos, from, run);
    } catch (error) {
      run.signal.throwIfAborted();
      tally.failed(from, toFailure(error));
      continue;
    }
    onMade({ key: from, sizeBytes: 0, etag: '', storageClass: 'STANDARD', lastModified: new Date() }, from);
    tally.done([{ type: 'remove', root: { from, isOnlyMarker: true } }]);
  }
}

function problemOf(prefix: Prefix): FailureCode | undefined {
  if (!prefix.endsWith(DELIMITER) || /^[/\\]/.test(prefix) || hasForbiddenControl(prefix)) return 'KeyNotAllowed';
  if (keyByteLength(prefix) > MAX_KEY_BYTES) return 'KeyTooLong';
  return isAddressable(prefix) ? undefined : 'UnsafeKey';
}

/** CAN, EM, SUB and ESC, which COS refuses in keys (COS documentation 13324). */
function hasForbiddenControl(text: string): boolean {
  return Array.from(text).some((letter) => letter >= '\u0018' && letter <= '\u001b');
}
