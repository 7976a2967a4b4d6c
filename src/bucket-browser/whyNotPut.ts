import type { Prefix } from '#cos/objectKey.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import { nameElsewhere } from '#listing/nameElsewhere.ts';
import { keyOf, type Carried, type PutKind } from './Carried.ts';
import type { DeniedActions } from './whatCanBeDone.ts';

export type PutRefusal = 'intoItself' | 'alreadyThere' | { readonly denied: string };

/** Where something is to be put. */
export interface PutPlace {
  readonly connectionId: string;
  readonly target: Prefix;
  readonly kind: PutKind;
  readonly denied: DeniedActions;
}

/** Why rows cannot be put there; undefined when they can. A copy beside its original can: it gets a number. */
export function whyNotPut(carried: Carried, { connectionId, target, kind, denied }: PutPlace): PutRefusal | undefined {
  const isElsewhere = carried.connectionId !== connectionId;
  const reason = isElsewhere ? denied.upload : denied[kind];
  if (reason !== undefined) return { denied: reason };
  if (isElsewhere) return undefined;
  if (carried.entries.some((entry) => entry.type === 'folder' && target.startsWith(entry.prefix))) return 'intoItself';
  if (kind === 'move' && carried.entries.every((entry) => isThere(entry, target))) return 'alreadyThere';
  return undefined;
}

/** It would get the name it has. */
function isThere(entry: ListingEntry, target: Prefix): boolean {
  return keyOf(entry) === target + nameElsewhere(entry);
}
