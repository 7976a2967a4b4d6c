import { deletionsBelow } from './deletionsBelow.ts';
import type { OperationRun } from './OperationRun.ts';
import type { OperationRoot } from './OperationState.ts';
import type { OperationTally } from './OperationTally.ts';
import { removeVersions } from './removeVersions.ts';

/**
 * Deletes for good what was deleted already: every version and every mark of it. The oldest go first and the mark that
 * hides the object last, so that nothing is seen again if the page goes away in between. What somebody wrote anew
 * meanwhile is an object again, and is left alone.
 */
export async function purgeDeleted(
  run: OperationRun,
  roots: readonly OperationRoot[],
  tally: OperationTally,
): Promise<void> {
  for (const root of roots) {
    for await (const deletions of deletionsBelow(run, root)) {
      tally.found(deletions.length);
      const doomed = new Map(deletions.map(({ key, versionIds }) => [key, versionIds.toReversed()]));
      const failures = await removeVersions(run, doomed);
      for (const [key, failure] of failures) tally.failed(key, failure);
      tally.done([], deletions.length - failures.size);
    }
  }
  tally.foundAll();
}
