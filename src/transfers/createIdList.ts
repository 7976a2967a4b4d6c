import type { TransferId } from './TransferState.ts';

/** Ids that come and go by the thousand, to be shown as a list. */
export interface IdList {
  /** Changed in place, so that nobody copies 100,000 of them because one has left; `length` tells. */
  readonly ids: readonly TransferId[];
  readonly add: (id: TransferId) => void;
  readonly remove: (id: TransferId) => void;
}

/** Every change costs the same, however long the list is: the last one takes the place of the one that leaves. */
export function createIdList(): IdList {
  const ids: TransferId[] = [];
  const places = new Map<TransferId, number>();
  return {
    ids,
    add: (id) => {
      if (places.has(id)) return;
      places.set(id, ids.length);
      ids.push(id);
    },
    remove: (id) => {
      const place = places.get(id);
      const last = ids.at(-1);
      if (place === undefined || last === undefined) return;
      ids[place] = last;
      places.set(last, place);
      ids.pop();
      places.delete(id);
    },
  };
}
