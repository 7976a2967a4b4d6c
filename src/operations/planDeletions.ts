import { isMultiDeletable } from '#cos/calls/deleteObjects.ts';
import { isAddressable, type ObjectKey } from '#cos/objectKey.ts';

/** Which request carries which key. */
export interface DeletionPlan {
  /** In one DELETE Multiple Objects. */
  readonly together: readonly ObjectKey[];
  /** By a DELETE Object of their own: a leading `/`, or control characters, which no list can carry. */
  readonly alone: readonly ObjectKey[];
  /** Neither a URL nor a list can name them: dot segments beside control characters. */
  readonly impossible: readonly ObjectKey[];
}

/** Keys that no URL can name (`a/..`) travel in the list, so nothing but the object itself is ever addressed. */
export function planDeletions(keys: readonly ObjectKey[]): DeletionPlan {
  const others = keys.filter((key) => !isMultiDeletable(key));
  return {
    together: keys.filter(isMultiDeletable),
    alone: others.filter(isAddressable),
    impossible: others.filter((key) => !isAddressable(key)),
  };
}
