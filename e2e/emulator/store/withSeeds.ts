import type { KeySeed } from '../EmulatorOptions.ts';
import type { ObjectStore, StoredObject } from '../objectStore.ts';
import { compareUtf8 } from './compareUtf8.ts';
import { readZeros, seededObjects, type SeededObjects } from './seededObjects.ts';

/** A store some of whose objects are only a rule, so that a bucket of a million keys is there at once. */
export interface SeedableStore extends ObjectStore {
  /** Objects written under such keys take their place; a second seed with the same keys changes nothing. */
  seed(bucket: string, seed: KeySeed): void;
}

interface Seeds {
  readonly rules: SeededObjects[];
  /** Keys of the rules that were deleted or written over since. */
  readonly gone: Set<string>;
}

/**
 * Lays seeded objects under a store. What was deleted of them is remembered while the emulator runs and not longer: it
 * is back after a restart with the same seeds.
 */
export function withSeeds(store: ObjectStore, now: () => number): SeedableStore {
  const seeds = new Map<string, Seeds>();

  function seededHead(bucket: string, key: string): StoredObject | undefined {
    const here = seeds.get(bucket);
    if (here === undefined || here.gone.has(key)) return undefined;
    for (const rule of here.rules) {
      const object = rule.find(key);
      if (object !== undefined) return object;
    }
    return undefined;
  }

  /** The store's own objects and the seeded ones from where `holds`, as one ascending sequence. */
  function* merged(
    bucket: string,
    prefix: string,
    own: Iterable<StoredObject>,
    holds: (key: string) => boolean,
  ): Iterable<StoredObject> {
    const here = seeds.get(bucket);
    if (here === undefined) {
      yield* own;
      return;
    }
    const isBehind = (key: string): boolean => holds(key) && compareUtf8(key, prefix) >= 0;
    const sources = [own, ...here.rules.map((rule) => rule.from(isBehind))].map((each) => each[Symbol.iterator]());
    const heads = sources.map((source) => source.next());
    let last: string | undefined;
    for (;;) {
      let least = -1;
      for (const [at, head] of heads.entries()) {
        const best = heads[least];
        if (head.done === true) continue;
        // Of equal keys the earlier source counts, and the store's own comes first.
        if (best === undefined || best.done === true || compareUtf8(head.value.key, best.value.key) < 0) least = at;
      }
      const head = heads[least];
      const source = sources[least];
      if (head === undefined || source === undefined || head.done === true) return;
      const object = head.value;
      heads[least] = source.next();
      const isSeeded = least > 0;
      if (isSeeded && !object.key.startsWith(prefix)) heads[least] = { done: true, value: undefined };
      else if (object.key !== last && !(isSeeded && here.gone.has(object.key))) {
        last = object.key;
        yield object;
      }
    }
  }

  return {
    ...store,
    seed: (bucket, seed) => {
      const here = seeds.get(bucket) ?? { rules: [], gone: new Set() };
      here.rules.push(seededObjects(seed, now()));
      seeds.set(bucket, here);
    },
    head: (bucket, key) => store.head(bucket, key) ?? seededHead(bucket, key),
    read: (bucket, key, range, versionId) => {
      const seeded = store.head(bucket, key) === undefined ? seededHead(bucket, key) : undefined;
      if (seeded === undefined) return store.read(bucket, key, range, versionId);
      return readZeros(range === undefined ? seeded.sizeBytes : range.end - range.start + 1);
    },
    delete: async (bucket, key) => {
      const wasSeeded = seededHead(bucket, key) !== undefined;
      if (wasSeeded) seeds.get(bucket)?.gone.add(key);
      return (await store.delete(bucket, key)) || wasSeeded;
    },
    list: (bucket, prefix, after) =>
      merged(bucket, prefix, store.list(bucket, prefix, after), (key) => compareUtf8(key, after) > 0),
    listPast: (bucket, prefix, passed) =>
      merged(
        bucket,
        prefix,
        store.listPast(bucket, prefix, passed),
        (key) => !key.startsWith(passed) && compareUtf8(key, passed) > 0,
      ),
  };
}
