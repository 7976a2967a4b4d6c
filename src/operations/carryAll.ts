import { DELIMITER, type ObjectKey } from '#cos/objectKey.ts';
import { toFailure } from '#lib/Failure.ts';
import { FailureError } from '#lib/FailureError.ts';
import { copyUnderFreeName } from './copyUnderFreeName.ts';
import { copyVerified, lookUp } from './copyVerified.ts';
import type { Source } from './Source.ts';
import type { Deletions } from './createDeletions.ts';
import type { QuestionDesk } from './createQuestionDesk.ts';
import { inLanes } from './inLanes.ts';
import { isHopeless } from './isHopeless.ts';
import type { OperationRun } from './OperationRun.ts';
import type { OperationRoot } from './OperationState.ts';
import type { OperationTally } from './OperationTally.ts';
import { stepsOf, type Step } from './stepsOf.ts';
import { targetProblem } from './targetOf.ts';

/** What becomes of the objects below the roots. */
export interface Carrying {
  readonly roots: readonly OperationRoot[];
  /** Of a move: takes the originals whose copies are verified. */
  readonly deletions: Deletions | undefined;
  readonly desk: QuestionDesk<Step>;
  /** Nothing is left to do but what the person has to decide. */
  readonly onQuestion: () => void;
  readonly onMade: (source: Source, key: ObjectKey) => void;
}

/**
 * Copies everything below the roots under its new name, and has the originals of a move deleted. Names that are taken
 * are asked about, and only they wait: `[Note: Only conflicts wait]`.
 */
export async function carryAll(run: OperationRun, carrying: Carrying, tally: OperationTally): Promise<void> {
  const lanes = Math.max(1, run.target.connections);
  const work = async (step: Step): Promise<void> => {
    try {
      await carryOne(run, step, carrying, tally);
    } catch (error) {
      run.signal.throwIfAborted();
      const failure = toFailure(error);
      tally.failed(step.source.key, failure);
      if (isHopeless(failure.code)) throw error;
    }
  };
  await inLanes(stepsOf(run, carrying.roots, tally), lanes, work);
  await inLanes(carrying.desk.decided(carrying.onQuestion), lanes, work);
}

async function carryOne(run: OperationRun, step: Step, carrying: Carrying, tally: OperationTally): Promise<void> {
  const { source, existing, to } = step;
  const problem = targetProblem(to);
  if (problem !== undefined) throw new FailureError(problem);
  const answer = carrying.desk.answerTo(to);
  if (answer === 'skip') return tally.skip();
  if (answer === 'keep-both') {
    const made = await copyUnderFreeName(run, source, to);
    return made.outcome !== 'verified' && carrying.deletions !== undefined
      ? keep(made.to, made.outcome)
      : finish(made.to);
  }
  if (answer === undefined && typeof existing === 'object' && existing.sizeBytes !== source.sizeBytes) {
    carrying.desk.ask({ ...facts(step), existing, contents: 'different' }, step);
    return undefined;
  }
  try {
    const outcome = await copyVerified(run, source, to, {
      onExisting: answer ?? 'ask',
      mayExist: existing !== undefined || answer !== undefined,
    });
    // What was replaced does not come back by moving this one away again.
    if (answer === 'replace') tally.cannotUndo();
    if (outcome !== 'verified' && carrying.deletions !== undefined) return keep(to, outcome);
    return await finish(to);
  } catch (error) {
    if (toFailure(error).code !== 'FileAlreadyExists' || answer !== undefined) throw error;
    const head = await lookUp(run, to);
    // It is gone again.
    if (head === undefined) throw error;
    const { sizeBytes, lastModified = new Date(0) } = head;
    const isDifferent = sizeBytes !== source.sizeBytes || head.crc64 !== undefined;
    const contents = isDifferent ? 'different' : 'unknown';
    carrying.desk.ask({ ...facts(step), existing: { sizeBytes, lastModified }, contents }, step);
    return undefined;
  }

  function keep(made: ObjectKey, outcome: 'unverified' | 'retold'): void {
    run.made.add(made);
    carrying.onMade(source, made);
    tally.keep(source.key, outcome);
  }

  async function finish(made: ObjectKey): Promise<void> {
    run.made.add(made);
    carrying.onMade(source, made);
    if (carrying.deletions === undefined) tally.done();
    else {
      const marker = made.endsWith(DELIMITER) ? { isOnlyMarker: true } : {};
      await carrying.deletions.add(source.key, { type: 'move', root: { from: made, to: source.key, ...marker } });
    }
  }
}

function facts({ to, name, source }: Step) {
  return { to, name, incoming: source };
}
