import { numberedKey } from '#cos/numberedKey.ts';
import { parentPrefix, type ObjectKey } from '#cos/objectKey.ts';
import { toFailure } from '#lib/Failure.ts';
import { copyVerified, type CopyOutcome } from './copyVerified.ts';
import type { Source } from './Source.ts';
import type { OperationRun } from './OperationRun.ts';

/**
 * Keeps both: copies under the first name with a number that is free, or that this very content has already, as after a
 * page that was closed in between. Names are looked up by listing, so that a free one costs no question of its own.
 */
export async function copyUnderFreeName(
  run: OperationRun,
  source: Source,
  taken: ObjectKey,
): Promise<{ readonly to: ObjectKey; readonly outcome: CopyOutcome }> {
  const names = run.namesBelow('to', parentPrefix(taken));
  for (let to = numberedKey(taken); ; to = numberedKey(to)) {
    let mayExist = run.made.has(to);
    for await (const { present } of names.find([to])) mayExist ||= present.length > 0;
    try {
      return { to, outcome: await copyVerified(run, source, to, { onExisting: 'ask', mayExist }) };
    } catch (error) {
      if (toFailure(error).code !== 'FileAlreadyExists') throw error;
    }
  }
}
