import type { ObjectKey } from '#cos/objectKey.ts';
import type { Failure } from '#lib/Failure.ts';
import { NO_COUNTS, type OperationCounts, type OperationProblem, type OperationRoot } from './OperationState.ts';

/** How one run of an operation goes, object by object. */
export interface OperationTally {
  counts(): OperationCounts;
  readonly problems: readonly OperationProblem[];
  /** Originals that stay until the person says otherwise: their copies may lack something. */
  readonly kept: readonly ObjectKey[];
  /** What would take it back; undefined when that cannot be said object by object any more. */
  undo(): UndoPlan | undefined;
  /** The steps of this run and of those before it; undefined when some are not known. */
  stepsBack(): readonly UndoStep[] | undefined;
  found(count: number, bytes?: number): void;
  foundAll(): void;
  done(steps?: readonly UndoStep[], count?: number): void;
  failed(key: ObjectKey, failure: Failure): void;
  keep(key: ObjectKey, outcome: 'unverified' | 'retold'): void;
  skip(): void;
  /** Bytes went through this page. */
  readonly sent: (bytes: number) => void;
  /** Something was done that none of the steps takes back. */
  cannotUndo(): void;
}

/** Moves one object back, removes the mark that hides it, or removes a folder's marker. */
export type UndoStep =
  | { readonly type: 'move'; readonly root: OperationRoot }
  | { readonly type: 'unmark'; readonly key: ObjectKey; readonly versionId: string }
  | { readonly type: 'remove'; readonly root: OperationRoot };

export interface UndoPlan {
  /** To be moved back, or, of a new folder, to be removed. */
  readonly roots: readonly OperationRoot[];
  readonly marks: ReadonlyMap<ObjectKey, string>;
}

/** Enough to read; the count says how many there are. */
const SHOWN_PROBLEMS = 500;

/**
 * @param mostSteps more steps than this are forgotten, and with them the way back
 * @param before the steps of earlier runs of the same operation; undefined when they are not known
 */
export function createOperationTally(
  onChange: () => void,
  mostSteps: number,
  before: readonly UndoStep[] | undefined,
): OperationTally {
  let counts = NO_COUNTS;
  const problems: OperationProblem[] = [];
  const kept: ObjectKey[] = [];
  const steps: UndoStep[] = [...(before ?? [])];
  let isLost = before === undefined;

  function change(change: Partial<OperationCounts>): void {
    counts = { ...counts, ...change };
    onChange();
  }

  return {
    counts: () => counts,
    problems,
    kept,
    stepsBack: () => (isLost ? undefined : steps),
    undo: () => {
      if (isLost || steps.length === 0) return undefined;
      return {
        roots: steps.flatMap((step) => (step.type === 'unmark' ? [] : [step.root])),
        marks: new Map(steps.flatMap((step) => (step.type === 'unmark' ? [[step.key, step.versionId] as const] : []))),
      };
    },
    found: (count, bytes = 0) => change({ found: counts.found + count, foundBytes: counts.foundBytes + bytes }),
    foundAll: () => change({ isTotal: true }),
    done: (added = [], count = 1) => {
      if (steps.length + added.length > mostSteps) isLost = true;
      else steps.push(...added);
      change({ done: counts.done + count });
    },
    failed: (key, failure) => {
      if (problems.length < SHOWN_PROBLEMS) problems.push({ key, failure });
      change({ failed: counts.failed + 1 });
    },
    keep: (key, outcome) => {
      kept.push(key);
      const retold = counts.retold + (outcome === 'retold' ? 1 : 0);
      change({ kept: counts.kept + 1, retold });
    },
    skip: () => change({ skipped: counts.skipped + 1 }),
    sent: (bytes) => change({ pageBytes: counts.pageBytes + bytes }),
    cannotUndo: () => {
      isLost = true;
    },
  };
}
