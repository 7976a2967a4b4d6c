import type { ObjectKey, Prefix } from '#cos/objectKey.ts';
import type { FilterChoice } from '#listing/FilterChoice.ts';

export const SORT_COLUMNS = ['name', 'size', 'date', 'kind'] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];

/**
 * Where the page is, and how it looks at that: all of it is in the page's address, so that Back, Forward, a reload and
 * a sent link show the same. Never a host, an endpoint or a key that signs. What is left out is the usual.
 */
export interface PlaceParams extends FilterChoice {
  /** Connection id of config.json; the first connection when left out. */
  readonly c?: string;
  /** Full prefix, ending with `/`; the connection's own when left out. */
  readonly p?: Prefix;
  /** Column the list is sorted by: `name` when left out. */
  readonly sort?: SortColumn;
  /** From the end to the beginning. */
  readonly dir?: 'desc';
  /** What the names are searched for. */
  readonly q?: string;
  /** `1`: the search goes through all subfolders. */
  readonly deep?: '1';
  /** `1`: what was deleted is shown, in the place of what is there. */
  readonly deleted?: '1';
  /** How the objects are shown; when left out, as this folder was shown last. */
  readonly view?: 'list' | 'grid';
  /** Full key of the object that is being looked at. */
  readonly preview?: ObjectKey;
}
