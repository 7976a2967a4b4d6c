import type { Failure } from '#lib/Failure.ts';
import { createIdList, type IdList } from './createIdList.ts';
import type { Transfer, TransferId, TransferState } from './TransferState.ts';

/** Transfers that stopped for the same reason and need the same of the person. */
export interface FailureGroup {
  /** Tells one group from another; for keys, not for people. */
  readonly cause: string;
  /** Of one of them: the others differ in names and request ids only. */
  readonly failure: Failure;
  /** `question`: paused until the person decides. `failed`: over, unless tried again. `waiting`: for a sign-in. */
  readonly kind: 'failed' | 'question' | 'waiting';
  /** Trying again can end differently. */
  readonly resumable: boolean;
  readonly count: number;
  /** Changed in place, the same array for as long as the group lasts; `revision` tells. */
  readonly ids: readonly TransferId[];
  readonly revision: number;
}

/** Keeps the groups by difference: a transfer costs the same whether ten have failed or 100,000. */
export interface FailureGroups {
  /** A transfer was added (no `before`), changed, or removed (no `after`). */
  readonly moved: (before: Transfer | undefined, after: Transfer | undefined) => void;
  /** The same array until something has moved; the largest group first. */
  readonly read: () => readonly FailureGroup[];
}

export function createFailureGroups(): FailureGroups {
  const groups = new Map<string, { readonly sample: Stop; readonly list: IdList; revision: number }>();
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
        group?.list.remove(before.id);
        if (group) group.revision += 1;
        if (group?.list.ids.length === 0) groups.delete(stopBefore.cause);
      }
      if (after && stop) {
        const group = groups.get(stop.cause) ?? { sample: stop, list: createIdList(), revision: 0 };
        groups.set(stop.cause, group);
        group.list.add(after.id);
        group.revision += 1;
      }
    },
    read: () => {
      if (isStale) {
        snapshot = Array.from(groups.values(), ({ sample, list: { ids }, revision }) => {
          return { ...sample, ids, revision, count: ids.length };
        }).toSorted((a, b) => b.count - a.count);
        isStale = false;
      }
      return snapshot;
    },
  };
}

type Stop = Omit<FailureGroup, 'count' | 'ids' | 'revision'>;

function stopOf(state: TransferState): Stop | undefined {
  if (state.status === 'failed') return stop(state.failure, 'failed', state.resumable);
  if (state.status === 'paused' && state.by === 'question' && state.failure)
    return stop(state.failure, 'question', true);
  // It goes on by itself, once the person has signed in: one button for all.
  if (state.status === 'waiting' && state.failure?.code === 'SignInRequired')
    return stop(state.failure, 'waiting', true);
  return undefined;
}

function stop(failure: Failure, kind: Stop['kind'], resumable: boolean): Stop {
  // A missing right is told by its action: "may not upload" and "may not read" are two things to ask for.
  const cause = JSON.stringify([kind, resumable, failure.code, failure.facts?.action ?? '']);
  return { cause, failure, kind, resumable };
}
