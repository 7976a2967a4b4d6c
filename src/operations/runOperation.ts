import { changeInPlace } from './changeInPlace.ts';
import { listedBelow } from './listedBelow.ts';
import { copyVerified, type Source } from './copyVerified.ts';
import { createDeletions, type Deletions } from './createDeletions.ts';
import { inLanes } from './inLanes.ts';
import type { OperationRequest } from './OperationEngine.ts';
import type { OperationRun } from './OperationRun.ts';
import type { OperationKind, OperationRoot } from './OperationState.ts';
import type { OperationTally, UndoPlan } from './OperationTally.ts';
import { goesIntoItself, targetOf, targetProblem } from './targetOf.ts';
import { DELIMITER, type ObjectKey } from '#cos/objectKey.ts';
import { toFailure } from '#lib/Failure.ts';
import { FailureError } from '#lib/FailureError.ts';

export interface OperationPlan extends Pick<OperationRequest, 'edit' | 'wish'> {
  readonly kind: OperationKind;
  readonly roots: readonly OperationRoot[];
  /** Of `restore`: the marks to remove. */
  readonly marks?: UndoPlan['marks'];
}

/** What the run tells of while it works, for the lists on screen. */
export interface OperationNews {
  readonly onMade: (source: Source, key: ObjectKey) => void;
  readonly onGone: (keys: readonly ObjectKey[]) => void;
}

/** One pair of an object and its new name. */
interface Step {
  readonly root: OperationRoot;
  readonly source: Source;
  readonly mayExist: boolean;
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
  news: OperationNews,
): Promise<void> {
  if (plan.kind === 'restore') return restore(run, plan.marks ?? new Map(), tally);
  const { edit, wish } = plan;
  if (plan.kind === 'edit' && edit) return changeInPlace(run, plan.roots, { kind: 'edit', edit }, tally, news.onMade);
  if (plan.kind === 'restoreArchived' && wish)
    return changeInPlace(run, plan.roots, { kind: 'restoreArchived', wish }, tally, news.onMade);
  const batch = plan.kind === 'delete' ? DELETED_TOGETHER : run.policy.deleteBatch;
  const deletions = createDeletions(run, tally, { batch, onGone: news.onGone });
  const work = plan.kind === 'delete' ? (step: Step) => deletions.add(step.source.key) : carry;
  const lanes = plan.kind === 'delete' ? 1 : Math.max(1, run.cos.connections);
  try {
    await inLanes(stepsOf(run, plan, tally), lanes, work);
  } finally {
    // What is verified may go, also when something else went wrong.
    if (!run.signal.aborted) await deletions.flush();
  }

  async function carry(step: Step): Promise<void> {
    try {
      await carryOne(run, step, plan.kind === 'move' ? deletions : undefined, tally, news);
    } catch (error) {
      run.signal.throwIfAborted();
      const failure = toFailure(error);
      tally.failed(step.source.key, failure);
      if (isHopeless(failure.code)) throw error;
    }
  }
}

/** Most keys in one DELETE Multiple Objects (COS documentation 8289). */
const DELETED_TOGETHER = 1000;

async function carryOne(
  run: OperationRun,
  { root, source, mayExist }: Step,
  deletions: Deletions | undefined,
  tally: OperationTally,
  news: OperationNews,
): Promise<void> {
  const to = targetOf(root, source.key);
  const problem = targetProblem(to);
  if (problem !== undefined) throw new FailureError(problem);
  const outcome = await copyVerified(run, source, to, { onExisting: root.onExisting ?? 'ask', mayExist });
  news.onMade(source, to);
  if (deletions === undefined) tally.done();
  else if (outcome === 'unverified') tally.keep(source.key);
  else await deletions.add(source.key, { type: 'move', root: { from: to, to: source.key } });
}

/** Everything below the roots, page by page. */
async function* stepsOf(run: OperationRun, plan: OperationPlan, tally: OperationTally): AsyncGenerator<Step> {
  for (const root of plan.roots) {
    if (plan.kind !== 'delete' && goesIntoItself(root)) throw new FailureError(intoItself(root));
    const mayExist = plan.kind !== 'delete' && (await isAnythingThere(run, root));
    const isOneToDelete = plan.kind === 'delete' && !root.from.endsWith(DELIMITER);
    const pages = isOneToDelete ? [[unlisted(root.from)]] : listedBelow(run.cos, root.from);
    for await (const page of pages) {
      tally.found(page.length);
      for (const source of page) yield { root, source, mayExist };
    }
  }
  tally.foundAll();
}

/** To delete an object, its name is enough. */
function unlisted(key: ObjectKey): Source {
  return { key, sizeBytes: 0, etag: '', storageClass: '' };
}

async function isAnythingThere({ cos }: OperationRun, { to = '' }: OperationRoot): Promise<boolean> {
  const { objects } = await cos.listObjects({ prefix: to, maxKeys: 1 });
  // The first key with this beginning is the key itself, if there is one.
  return to.endsWith(DELIMITER) ? objects.length > 0 : objects[0]?.key === to;
}

async function restore(run: OperationRun, marks: UndoPlan['marks'], tally: OperationTally): Promise<void> {
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

/** Every other object would meet the same. */
function isHopeless(code: string): boolean {
  return code === 'AccessWithdrawn' || code === 'EndpointRefused' || code === 'KeysTooShort' || code === 'CorsBlocked';
}

function intoItself({ from }: OperationRoot) {
  const message = 'A folder cannot be put into itself';
  return { kind: 'local', code: 'IntoItself', message, facts: { key: from, operation: 'CopyObject' } } as const;
}
