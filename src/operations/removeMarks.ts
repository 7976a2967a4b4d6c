import { parentPrefix, type ObjectKey } from '#cos/objectKey.ts';
import { groupBy } from '#lib/groupBy.ts';
import { DELETED_TOGETHER } from './deleteAll.ts';
import { existingAmong } from './existingAmong.ts';
import type { OperationRun } from './OperationRun.ts';
import type { OperationTally, UndoPlan } from './OperationTally.ts';

/**
 * Brings deleted objects back where versions are kept, by removing the marks that hide them. Whether they are back the
 * listing says: a deletion whose answer got lost has put a second mark on each, of which nobody knows.
 */
export async function removeMarks(run: OperationRun, marks: UndoPlan['marks'], tally: OperationTally): Promise<void> {
  const keys = [...marks.keys()];
  tally.found(keys.length);
  tally.foundAll();
  for (let start = 0; start < keys.length; start += DELETED_TOGETHER) {
    const some = keys.slice(start, start + DELETED_TOGETHER);
    const versionIds = new Map(some.map((key) => [key, marks.get(key) ?? '']));
    const { errors } = await run.cos.deleteObjects({ keys: some, versionIds });
    // A mark that is gone already was removed by an attempt whose answer got lost.
    const refused = new Map(errors.filter(({ code }) => code !== 'NoSuchVersion').map((error) => [error.key, error]));
    const back = await visible(
      run,
      some.filter((key) => !refused.has(key)),
    );
    tally.done([], back.size);
    for (const key of some.filter((each) => !back.has(each))) {
      const { code = 'StillHidden', message = 'Another deletion hides it still' } = refused.get(key) ?? {};
      tally.failed(key, { kind: 'service', code, message, facts: { key, operation: 'DeleteMultipleObjects' } });
    }
  }
}

/** Those that are listed; all of them where these keys may not list. */
async function visible(run: OperationRun, keys: readonly ObjectKey[]): Promise<ReadonlySet<ObjectKey>> {
  const found = new Set<ObjectKey>();
  for (const [below, some] of groupBy(keys, parentPrefix)) {
    const existing = await existingAmong(run, below, some);
    for (const key of existing === 'unknown' ? some : existing.keys()) found.add(key);
  }
  return found;
}
