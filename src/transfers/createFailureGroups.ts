import type { Failure } from '#lib/Failure.ts';
import type { Transfer, TransferId, TransferState } from './TransferState.ts';

/** Transfers that stopped for the same reason and need the same of the person. */
export interface FailureGroup {
  /** Tells one group from another; for keys, not for people. */
  readonly cause: string;
  /** Of one of them: the others differ in names and request ids only. */
  readonly failure: Failure;
  /** `question`: paused until the person decides. `failed`: over, unless tried again. */
  readonly kind: 'failed' | 'question';
  /** Trying again can end differently. */
  readonly resumable: boolean;
  readonly count: number;
  /** In the order in which they stopped. Changed in place; `count` tells. */
  readonly ids: ReadonlySet<TransferId>;
}

/** Keeps the groups by difference: a transfer costs the same whether ten have failed or 100,000. */
export interface FailureGroups {
  /** A transfer was added (no `before`), changed, or removed (no `after`). */
  readonly moved: (before: Transfer | undefined, after: Transfer | undefined) => void;
  /** The same array until something has moved; the largest group first. */
  readonly read: () => readonly FailureGroup[];
}

export function createFailureGroups(): FailureGroups {
  const groups = new Map<string, { readonly sample: Stop; readonly ids: Set<TransferId> }>();
  let snapshot: readonly FailureGroup[] = [];
  let isStale = false;

  return {
    moved: (before, after) => {
      const stopBefore = before && stopOf(before.state);
      const stop = after && stopOf(after.state);
      if (stopBefore?.cause === stop?.cause) return;
      isStale = true;
      if (before && stopBefore) {
        const group = groups.get(stopBefore.cause);
        group?.ids.delete(before.id);
        if (group?.ids.size === 0) groups.delete(stopBefore.cause);
      }
      if (after && stop) {
        const group = groups.get(stop.cause) ?? { sample: stop, ids: new Set() };
        groups.set(stop.cause, group);
        group.ids.add(after.id);
      }
    },
    read: () => {
      if (isStale) {
        snapshot = Array.from(groups.values(), ({ sample, ids }) => ({ ...sample, ids, count: ids.size })).toSorted(
          (a, b) => b.count - a.count,
        );
        isStale = false;
      }
      return snapshot;
    },
  };
}

type Stop = Omit<FailureGroup, 'count' | 'ids'>;

function stopOf(state: TransferState): Stop | undefined {
  if (state.status === 'failed') return stop(state.failure, 'failed', state.resumable);
  if (state.status === 'paused' && state.by === 'question' && state.failure)
    return stop(state.failure, 'question', true);
  return undefined;
}

function stop(failure: Failure, kind: Stop['kind'], resumable: boolean): Stop {
  // A missing right is told by its action: "may not upload" and "may not read" are two things to ask for.
  const cause = JSON.stringify([kind, resumable, failure.code, failure.facts?.action ?? '']);
  return { cause, failure, kind, resumable };
}
