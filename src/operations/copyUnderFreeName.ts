import { numberedKey } from '#cos/numberedKey.ts';
import type { ObjectKey } from '#cos/objectKey.ts';
import { toFailure } from '#lib/Failure.ts';
import { copyVerified, type CopyOutcome, type Source } from './copyVerified.ts';
import type { OperationRun } from './OperationRun.ts';

/**
 * Keeps both: copies under the first name with a number that is free, or that this very content has already, as after a
 * page that was closed in between.
 */
export async function copyUnderFreeName(
  run: OperationRun,
  source: Source,
  taken: ObjectKey,
): Promise<{ readonly to: ObjectKey; readonly outcome: CopyOutcome }> {
  for (let to = numberedKey(taken); ; to = numberedKey(to)) {
    try {
      return { to, outcome: await copyVerified(run, source, to, { onExisting: 'ask', mayExist: true }) };
    } catch (error) {
      if (toFailure(error).code !== 'FileAlreadyExists') throw error;
    }
  }
}
