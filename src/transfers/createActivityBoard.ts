import type { Failure } from '#lib/Failure.ts';
import type { WaitingReason } from './TransferState.ts';

/** Why a request is not moving, and what ends that. */
export interface Wait {
  readonly reason: WaitingReason;
  readonly until?: Date;
  readonly attempt?: number;
  readonly failure?: Failure;
}

/** One request of a transfer, as far as a person is told. */
export interface Activity {
  readonly moving: () => void;
  readonly waiting: (wait: Wait) => void;
  readonly end: () => void;
}

/**
 * A transfer waits when every one of its requests waits; while one part still moves, it runs. `report` hears the wait
 * to show, or `undefined` when bytes move again; never twice the same.
 */
export function createActivityBoard(report: (wait: Wait | undefined) => void): { readonly begin: () => Activity } {
  const waits = new Map<Activity, Wait | undefined>();
  let movingCount = 0;
  let shown: Wait | undefined;

  const update = (latest?: Wait): void => {
    if (waits.size === 0) return;
    const wait = movingCount > 0 ? undefined : (latest ?? shown ?? [...waits.values()].at(-1));
    if (wait === shown) return;
    shown = wait;
    report(wait);
  };

  const put = (activity: Activity, wait: Wait | undefined): void => {
    if (waits.has(activity) && waits.get(activity) === undefined) movingCount -= 1;
    if (wait === undefined) movingCount += 1;
    waits.set(activity, wait);
    update(wait);
  };

  return {
    begin: () => {
      const activity: Activity = {
        moving: () => put(activity, undefined),
        waiting: (wait) => put(activity, wait),
        end: () => {
          if (waits.get(activity) === undefined && waits.has(activity)) movingCount -= 1;
          waits.delete(activity);
          update();
        },
      };
      activity.moving();
      return activity;
    },
  };
}
