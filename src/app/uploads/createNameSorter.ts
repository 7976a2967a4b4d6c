import type { ListedObject } from '#cos/CosObject.ts';
import type { ObjectKey, Prefix } from '#cos/objectKey.ts';
import { breathe } from '#lib/breathe.ts';
import { groupBy } from '#lib/groupBy.ts';
import type { NameLookup } from '#listing/createNameLookup.ts';
import { lookUpPrefix } from './lookUpPrefix.ts';

export interface NameSorterOptions<Item extends { readonly key: ObjectKey }> {
  /** Where the items go; each key begins with it. */
  readonly target: Prefix;
  readonly lookUp: (within: Prefix) => NameLookup;
  /** Nothing is there under these keys; `isListed` is false where nobody could tell. More wait until it has settled. */
  readonly onFree: (items: readonly Item[], isListed: boolean) => Promise<void> | void;
  readonly onTaken: (items: readonly { readonly item: Item; readonly object: ListedObject }[]) => void;
  readonly setTimeout: (callback: () => void, delayMs: number) => unknown;
}

export interface NameSorter<Item> {
  readonly add: (item: Item) => void;
  /** No more are coming; resolves when all are told apart. */
  readonly end: () => Promise<void>;
}

/** Enough for a walk to bring the first few hundred names, and nothing a person notices. */
const GATHER_MS = 20;
const HANDED_ON = 200;

/**
 * Tells new names from taken ones while more come in. What has gathered is looked up together
 * (`[Note: Names are looked up by listing]`), a dropped folder by the listing of its own prefix.
 *
 * [Note: Without a listing the 409 decides] Keys may lack the right to list, and listings may fail. The names count as
 * free then: they are written under forbid-overwrite, so a taken one is refused and asked about in the dock.
 */
export function createNameSorter<Item extends { readonly key: ObjectKey }>(
  options: NameSorterOptions<Item>,
): NameSorter<Item> {
  const { target, lookUp, onFree, onTaken } = options;
  const lookups = new Map<Prefix, NameLookup>();
  let canList = true;
  let gathered: Item[] = [];
  let working: Promise<void> | undefined;

  /** Some at a time, with a breath in between, so that the page goes on answering. */
  async function free(items: readonly Item[], isListed: boolean): Promise<void> {
    for (let at = 0; at < items.length; at += HANDED_ON) {
      if (at > 0) await breathe();
      await onFree(items.slice(at, at + HANDED_ON), isListed);
    }
  }

  async function sort(within: Prefix, items: readonly Item[]): Promise<void> {
    const open = groupBy(items, ({ key }) => key);
    const take = (key: ObjectKey): readonly Item[] => {
      const same = open.get(key) ?? [];
      open.delete(key);
      return same;
    };
    try {
      if (canList) {
        let lookup = lookups.get(within);
        if (!lookup) lookups.set(within, (lookup = lookUp(within)));
        for await (const { absent, present } of lookup.find([...open.keys()])) {
          await free(absent.flatMap(take), true);
          if (present.length > 0) {
            onTaken(present.flatMap((object) => take(object.key).map((item) => ({ item, object }))));
          }
        }
      }
    } catch {
      canList = false;
    }
    await free([...open.values()].flat(), false);
  }

  async function work(): Promise<void> {
    await new Promise<void>((resolve) => {
      options.setTimeout(resolve, GATHER_MS);
    });
    while (gathered.length > 0) {
      const batch = groupBy(gathered, ({ key }) => lookUpPrefix(target, key));
      gathered = [];
      for (const [within, items] of batch) await sort(within, items);
    }
    working = undefined;
  }

  return {
    add: (item) => {
      gathered.push(item);
      working ??= work();
    },
    end: async () => {
      await working;
    },
  };
}
