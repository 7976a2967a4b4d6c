import type { ObjectKey, Prefix } from '#cos/objectKey.ts';
import { bringBack } from './bringBack.ts';
import { carryAll } from './carryAll.ts';
import { changeInPlace, type ChangeInPlace } from './changeInPlace.ts';
import type { OperationRequest } from './OperationEngine.ts';
import type { Source } from './Source.ts';
import { createFolders } from './createFolder.ts';
import { createDeletions } from './createDeletions.ts';
import type { QuestionDesk } from './createQuestionDesk.ts';
import { DELETED_TOGETHER, deleteAll } from './deleteAll.ts';
import type { OperationRun } from './OperationRun.ts';
import { isWholeFolder, type OperationKind, type OperationRoot } from './OperationState.ts';
import type { OperationTally, UndoPlan } from './OperationTally.ts';
import { purgeDeleted } from './purgeDeleted.ts';
import { removeMarks } from './removeMarks.ts';
import type { Step } from './stepsOf.ts';

export interface OperationPlan extends Pick<OperationRequest, 'edit' | 'access' | 'wish'> {
  readonly kind: OperationKind;
  readonly roots: readonly OperationRoot[];
  /** Of a `restore` that takes a deletion back: the marks to remove. */
  readonly marks?: UndoPlan['marks'];
}

/** What the run tells of while it works, for the lists on screen. */
export interface OperationNews {
  readonly onMade: (source: Source, key: ObjectKey) => void;
  /** Objects that are gone, and folders of which nothing is left. */
  readonly onGone: (keys: readonly ObjectKey[], folders: readonly Prefix[]) => void;
  /** Nothing is left to do but what the person has to decide. */
  readonly onQuestion: () => void;
}

/**
 * [Note: The bucket is the plan] What is left to do is asked of the bucket each time: an object that was moved is not
 * listed any more, one that was only copied is recognised by its copy. So the journal needs no list of 100,000 names,
 * and a page that dies at any moment loses nothing and doubles nothing.
 *
 * An object that fails is told to the tally and does not stop the others. Throws what makes going on pointless.
 */
export async function runOperation(
  run: OperationRun,
  plan: OperationPlan,
  tally: OperationTally,
  desk: QuestionDesk<Step>,
  news: OperationNews,
): Promise<void> {
  const { kind, roots } = plan;
  if (plan.marks !== undefined) return removeMarks(run, plan.marks, tally);
  if (kind === 'create') return createFolders(run, roots, tally, news.onMade);
  if (kind === 'bringBack') return bringBack(run, roots, tally, news.onMade);
  if (kind === 'purge') return purgeDeleted(run, roots, tally);
  const change = changeOf(plan);
  if (change !== undefined) return changeInPlace(run, roots, change, tally, news.onMade);
  const deletions = createDeletions(run, tally, {
    batch: kind === 'delete' ? DELETED_TOGETHER : run.policy.deleteBatch,
    onGone: (keys) => news.onGone(keys, []),
  });
  try {
    if (kind === 'delete') await deleteAll(run, roots, tally, deletions);
    else {
      await carryAll(run, { ...news, roots, desk, deletions: kind === 'copy' ? undefined : deletions }, tally);
    }
  } finally {
    // What is verified may go, also when something else went wrong.
    if (!run.signal.aborted) await deletions.flush();
  }
  const { failed, kept, skipped } = tally.counts();
  if (kind !== 'copy' && failed + kept + skipped === 0) {
    news.onGone(
      [],
      roots.filter(isWholeFolder).map(({ from }) => from),
    );
  }
}

/** Undefined for what moves, copies or deletes. One that does not say what to change must never become any of these. */
function changeOf({ kind, edit, access, wish }: OperationPlan): ChangeInPlace | undefined {
  if (kind !== 'edit' && kind !== 'access' && kind !== 'restoreArchived') return undefined;
  if (kind === 'edit' && edit !== undefined) return { kind, edit };
  if (kind === 'access' && access !== undefined) return { kind, access };
  if (kind === 'restoreArchived' && wish !== undefined) return { kind, wish };
  throw new Error(`An operation of the kind ${kind} does not say what to do`);
}
