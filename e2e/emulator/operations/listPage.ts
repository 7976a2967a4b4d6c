import { compareUtf8 } from '../store/compareUtf8.ts';

/** What a listing reads from: keys in UTF-8 byte order, with seeks. `ObjectStore.list` and `listPast` are its model. */
export interface ListSource<T extends { readonly key: string }> {
  /** Entries whose key starts with `prefix` and comes after `after`. */
  after(prefix: string, after: string): Iterable<T>;
  /** Entries whose key starts with `prefix` and comes after every key that starts with `passedPrefix`. */
  past(prefix: string, passedPrefix: string): Iterable<T>;
}

export interface ListQuery {
  readonly prefix: string;
  /** '' folds nothing. */
  readonly delimiter: string;
  /** Exclusive: a key, or the common prefix a page ended with. */
  readonly marker: string;
  /** Entries and common prefixes together. */
  readonly maxKeys: number;
}

export interface ListPage<T> {
  readonly entries: readonly T[];
  readonly commonPrefixes: readonly string[];
  readonly isTruncated: boolean;
  /** The last key or common prefix in merged order; the marker of the next page. */
  readonly last: string | undefined;
}

/**
 * One page of List Objects. Keys and common prefixes are one merged sequence in UTF-8 byte order; the page takes the
 * first `maxKeys` that come after the marker. A common prefix counts by its own name, not by the keys in it: with a
 * marker inside a folder (or equal to it) the folder is not listed again (COS documentation 30614). A folded folder
 * costs one seek, however many keys it holds.
 */
export function listPage<T extends { readonly key: string }>(source: ListSource<T>, query: ListQuery): ListPage<T> {
  const { prefix, delimiter, marker, maxKeys } = query;
  const entries: T[] = [];
  const commonPrefixes: string[] = [];
  let last: string | undefined;
  const passedFolder = commonPrefixOf(marker, prefix, delimiter);
  let rest = passedFolder === undefined ? source.after(prefix, marker) : source.past(prefix, passedFolder);
  for (;;) {
    let folded: string | undefined;
    for (const entry of rest) {
      if (entries.length + commonPrefixes.length === maxKeys)
        return { entries, commonPrefixes, isTruncated: true, last };
      folded = commonPrefixOf(entry.key, prefix, delimiter);
      last = folded ?? entry.key;
      if (folded !== undefined) break;
      entries.push(entry);
    }
    if (folded === undefined) return { entries, commonPrefixes, isTruncated: false, last };
    commonPrefixes.push(folded);
    rest = source.past(prefix, folded);
  }
}

/** The prefix, up to and including the first delimiter behind it, that this key folds into; undefined when it does not. */
function commonPrefixOf(key: string, prefix: string, delimiter: string): string | undefined {
  if (delimiter === '' || !key.startsWith(prefix)) return undefined;
  const at = key.indexOf(delimiter, prefix.length);
  return at < 0 ? undefined : key.slice(0, at + delimiter.length);
}

/** The pair of `list` and `listPast` of a plain array in any order: for upload listings, and as a model in tests. */
export function listSourceOf<T extends { readonly key: string }>(items: readonly T[]): ListSource<T> {
  const sorted = items.toSorted((a, b) => compareUtf8(a.key, b.key));
  return {
    after: (prefix, after) => sorted.filter(({ key }) => key.startsWith(prefix) && compareUtf8(key, after) > 0),
    past: (prefix, passed) =>
      sorted.filter(({ key }) => key.startsWith(prefix) && !key.startsWith(passed) && compareUtf8(key, passed) > 0),
  };
}
