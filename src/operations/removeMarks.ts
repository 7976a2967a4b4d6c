import { DELETED_TOGETHER } from './deleteAll.ts';
import type { OperationRun } from './OperationRun.ts';
import type { OperationTally, UndoPlan } from './OperationTally.ts';

/** Brings deleted objects back where versions are kept, by removing the marks that hide them. */
export async function removeMarks(run: OperationRun, marks: UndoPlan['marks'], tally: OperationTally): Promise<void> {
  const keys = [...marks.keys()];
  tally.found(keys.length);
  tally.foundAll();
  for (let start = 0; start < keys.length; start += DELETED_TOGETHER) {
    const some = keys.slice(start, start + DELETED_TOGETHER);
    const versionIds = new Map(some.map((key) => [key, marks.get(key) ?? '']));
    const { deleted, errors } = await run.cos.deleteObjects({ keys: some, versionIds });
    // A mark that is gone already was removed by an attempt whose answer got lost.
    const gone = errors.filter(({ code }) => code === 'NoSuchVersion');
    for (const { key, code, message } of errors.filter((error) => !gone.includes(error))) {
      tally.failed(key, { kind: 'service', code, message, facts: { key, operation: 'DeleteMultipleObjects' } });
    }
    tally.done([], deleted.length + gone.length);
  }
}
