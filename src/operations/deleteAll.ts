import type { Deletions } from './createDeletions.ts';
import { listedBelow } from './listedBelow.ts';
import type { OperationRun } from './OperationRun.ts';
import { isWholeFolder, type OperationRoot } from './OperationState.ts';
import type { OperationTally } from './OperationTally.ts';

/** Most keys in one DELETE Multiple Objects (COS documentation 8289). */
export const DELETED_TOGETHER = 1000;

/**
 * Deletes everything below the roots. Of an object its name is enough; a folder is listed page by page.
 *
 * An object that was deleted before a pause is not deleted again: where versions are kept, that would put a second mark
 * on it, and taking back the first would not bring it back.
 */
export async function deleteAll(
  run: OperationRun,
  roots: readonly OperationRoot[],
  tally: OperationTally,
  deletions: Deletions,
): Promise<void> {
  const marked = new Set(tally.stepsBack()?.flatMap((step) => (step.type === 'unmark' ? [step.key] : [])));
  for (const root of roots) {
    const { from } = root;
    if (!isWholeFolder(root)) {
      tally.found(1);
      if (marked.has(from)) tally.done();
      else await deletions.add(from);
      continue;
    }
    for await (const page of listedBelow(run.cos, from)) {
      tally.found(page.length);
      for (const { key } of page) await deletions.add(key);
    }
  }
  tally.foundAll();
}
