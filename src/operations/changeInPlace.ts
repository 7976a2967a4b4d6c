import { isArchiveClass } from '#cos/storageClasses.ts';
import type { ObjectKey } from '#cos/objectKey.ts';
import { toFailure } from '#lib/Failure.ts';
import type { AccessWish } from './AccessWish.ts';
import { editObject } from './editObject.ts';
import { inLanes } from './inLanes.ts';
import { isHopeless } from './isHopeless.ts';
import { listedBelow } from './listedBelow.ts';
import type { ObjectEdit } from './ObjectEdit.ts';
import type { OperationRun } from './OperationRun.ts';
import type { Source } from './Source.ts';
import type { OperationRoot } from './OperationState.ts';
import type { OperationTally } from './OperationTally.ts';
import { restoreArchived, type RestoreWish } from './restoreArchived.ts';

/** What is done to objects that stay where they are. */
export type ChangeInPlace =
  | { readonly kind: 'edit'; readonly edit: ObjectEdit }
  | { readonly kind: 'access'; readonly access: AccessWish }
  | { readonly kind: 'restoreArchived'; readonly wish: RestoreWish };

/**
 * Edits everything below the roots, says who may read it, or restores it from the archive. Doing it again does no harm,
 * so a closed page needs no list of what it had done.
 *
 * @param onMade an object is said to be something else now
 */
export async function changeInPlace(
  run: OperationRun,
  roots: readonly OperationRoot[],
  change: ChangeInPlace,
  tally: OperationTally,
  onMade: (source: Source, key: ObjectKey) => void,
): Promise<void> {
  const isMeant = ({ storageClass }: Source): boolean =>
    change.kind !== 'restoreArchived' || isArchiveClass(storageClass);
  await inLanes(sourcesBelow(run, roots, isMeant, tally), Math.max(1, run.cos.connections), async (source) => {
    try {
      if (change.kind === 'edit') onMade(await editObject(run, source, change.edit), source.key);
      else if (change.kind === 'access') await run.cos.putObjectAcl({ key: source.key, acl: change.access });
      else await restoreArchived(run, source, change.wish);
      tally.done();
    } catch (error) {
      run.signal.throwIfAborted();
      const failure = toFailure(error);
      tally.failed(source.key, failure);
      if (isHopeless(failure.code)) throw error;
    }
  });
}

async function* sourcesBelow(
  run: OperationRun,
  roots: readonly OperationRoot[],
  isMeant: (source: Source) => boolean,
  tally: OperationTally,
): AsyncGenerator<Source> {
  for (const { from } of roots) {
    for await (const page of listedBelow(run.cos, from)) {
      const meant = page.filter(isMeant);
      tally.found(meant.length);
      yield* meant;
    }
  }
  tally.foundAll();
}
