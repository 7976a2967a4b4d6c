import type { ListedObject } from '#cos/CosObject.ts';
import type { Prefix } from '#cos/objectKey.ts';

/** A row of a listing. `name` is what is left of the key behind the listed prefix, without a folder's slash; may be ''. */
export type ListingEntry =
  | { readonly type: 'folder'; readonly prefix: Prefix; readonly name: string }
  | (ListedObject & {
      readonly type: 'object';
      readonly name: string;
      /** False when no URL can name the key: shown, marked and never requested. */
      readonly addressable: boolean;
    });
