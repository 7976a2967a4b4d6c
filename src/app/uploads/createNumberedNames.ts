import type { ObjectKey, Prefix } from '#cos/objectKey.ts';
import { groupBy } from '#lib/groupBy.ts';
import type { NameLookup } from '#listing/createNameLookup.ts';
import { numberedKey } from '#cos/numberedKey.ts';
import { lookUpPrefix } from './lookUpPrefix.ts';

/** Finds how far the numbers behind taken names have come. */
export interface NumberedNames {
  /**
   * For each key, in order, the name behind which the next number is free: `a.txt` when `a (1).txt` is, else
   * `a (1).txt`, and so on. Never rejects: what cannot be looked up is answered with the key itself.
   */
  readonly lastTaken: (keys: readonly ObjectKey[]) => Promise<readonly ObjectKey[]>;
}

/** Nobody has more copies of one name; the bucket decides about the rest. */
const MOST_ROUNDS = 100;

/**
 * [Note: Numbers are looked up] The bucket refuses a number that is taken, and the engine then tries the next. A bucket
 * that keeps versions refuses nothing: there "keep both" would replace the copy made last time, so the free number is
 * found by listing first. Two files of one drop do not get the same number either.
 */
export function createNumberedNames(target: Prefix, lookUp: (within: Prefix) => NameLookup): NumberedNames {
  const given = new Set<ObjectKey>();

  async function present(keys: readonly ObjectKey[]): Promise<ReadonlySet<ObjectKey>> {
    const found = new Set<ObjectKey>();
    for (const [within, group] of groupBy(keys, (key) => lookUpPrefix(target, key))) {
      for await (const step of lookUp(within).find(group)) for (const { key } of step.present) found.add(key);
    }
    return found;
  }

  return {
    lastTaken: async (keys) => {
      const last = [...keys];
      let open = [...keys.keys()];
      try {
        for (let round = 0; open.length > 0 && round < MOST_ROUNDS; round += 1) {
          const taken = await present(open.map((index) => numberedKey(last[index] ?? '')));
          open = open.filter((index) => {
            const next = numberedKey(last[index] ?? '');
            const isFree = !taken.has(next) && !given.has(next);
            if (isFree) given.add(next);
            else last[index] = next;
            return !isFree;
          });
        }
      } catch {
        // Without a listing the 409 decides.
      }
      return last;
    },
  };
}
