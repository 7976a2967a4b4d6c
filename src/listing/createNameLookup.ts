import { callWithRetries } from '#cos/callWithRetries.ts';
import { compareKeys } from '#cos/compareKeys.ts';
import type { CosClient } from '#cos/CosClient.ts';
import type { ListedObject } from '#cos/CosObject.ts';
import type { ObjectKey, Prefix } from '#cos/objectKey.ts';
import type { RetryPolicy } from '#cos/retryPolicy.ts';
import { createKeyRanges } from './createKeyRanges.ts';
import { listingBroken } from './listingBroken.ts';
import { markerBefore } from './markerBefore.ts';

/** What became known of the names that were asked for, in the order of COS. */
export interface NamesFound {
  readonly absent: readonly ObjectKey[];
  readonly present: readonly ListedObject[];
}

/** Looks up which keys of one prefix exist. */
export interface NameLookup {
  /**
   * Tells of every key of `keys` once, some as soon as they are known. The same key may be asked for again.
   *
   * @throws CosError; the signal's reason
   */
  readonly find: (keys: readonly ObjectKey[]) => AsyncGenerator<NamesFound, void, undefined>;
}

export interface NameLookupOptions {
  readonly signal?: AbortSignal;
  readonly policy?: RetryPolicy;
}

const PAGE = 1000;
/** Of a prefix with millions of objects only this many are remembered between questions. */
const MOST_REMEMBERED = 200_000;

/**
 * [Note: Names are looked up by listing] A HEAD for every file would be a round trip each. A listing tells a thousand
 * names at once, and it comes sorted: so the wanted names are sorted too, each page answers every wanted name up to its
 * end, and where the next wanted name lies further on, the next page begins just before it. This takes never more
 * requests than there are wanted names, nor more than the prefix has pages; ten files dropped among a million objects
 * are ten requests, and ten thousand files dropped into a new folder are one. What was listed is remembered, so that
 * files found later in the same drop cost nothing when their names lie in between.
 */
export function createNameLookup(
  cos: Pick<CosClient, 'listObjects' | 'location'>,
  prefix: Prefix,
  { signal, policy }: NameLookupOptions = {},
): NameLookup {
  const known = createKeyRanges();
  const seen = new Map<ObjectKey, ListedObject>();

  async function list(marker: string, maxKeys: number): Promise<ObjectKey | undefined> {
    const { objects, nextMarker } = await callWithRetries(
      () =>
        cos.listObjects(
          { prefix, maxKeys, ...(marker === '' ? {} : { marker }) },
          { priority: 'interactive', ...(signal ? { signal } : {}) },
        ),
      { ...(signal ? { signal } : {}), ...(policy ? { policy } : {}) },
    );
    if (nextMarker !== undefined && compareKeys(nextMarker, marker) <= 0) throw listingBroken(cos.location, prefix);
    if (seen.size > MOST_REMEMBERED) {
      seen.clear();
      known.clear();
    }
    for (const object of objects) seen.set(object.key, object);
    known.add(marker, nextMarker);
    return nextMarker;
  }

  return {
    find: async function* find(keys) {
      const wanted = [...new Set(keys)].toSorted(compareKeys);
      let at = 0;
      /** Where the last page ended, when it did not reach the name it was asked for. */
      let goOnFrom: ObjectKey | undefined;
      for (;;) {
        const absent: ObjectKey[] = [];
        const present: ListedObject[] = [];
        let next = wanted[at];
        for (; next !== undefined && known.covers(next); next = wanted[(at += 1)]) {
          const object = seen.get(next);
          if (object) present.push(object);
          else absent.push(next);
        }
        if (absent.length + present.length > 0) yield { absent, present };
        if (next === undefined) return;
        // A page for a few names need not carry a thousand; one that has to be read through should.
        const room = goOnFrom === undefined ? Math.min(PAGE, 2 * (wanted.length - at) + 8) : PAGE;
        const end = await list(goOnFrom ?? markerBefore(next), room);
        goOnFrom = end !== undefined && compareKeys(end, next) < 0 ? end : undefined;
      }
    },
  };
}
