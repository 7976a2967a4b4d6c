import { contentTypeFor } from '#files/contentTypeFor.ts';
import { mapInSlices } from '#lib/mapInSlices.ts';
import { checkLink, type LinkCheck } from './checkLink.ts';
import { linkQuery } from './linkQuery.ts';
import { type LinkWish, mintLinks, type MintedLinks, type MintOptions } from './mintLinks.ts';

export interface CheckedLinks extends MintedLinks {
  /** Of the first link; undefined when there is none. */
  readonly check: LinkCheck | undefined;
}

export interface BatchOptions extends Omit<MintOptions, 'wishes'> {
  readonly keys: readonly string[];
  readonly disposition: 'attachment' | 'inline';
}

/**
 * Links to many objects, the first of them opened once. Links that show their object say its type by its name: nobody
 * could ask for thousands of stored ones.
 *
 * @throws FailureError as `mintLinks`; CosError when the bucket refuses the first link; the signal's reason
 */
export async function mintCheckedLinks(
  { keys, disposition, ...options }: BatchOptions,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<CheckedLinks> {
  const call = signal ? { signal } : {};
  const wishOf = (key: string): LinkWish => {
    const fileName = key.slice(key.lastIndexOf('/') + 1);
    const type = disposition === 'inline' ? { contentType: contentTypeFor(fileName, '') } : {};
    return { key, query: linkQuery({ disposition, fileName, ...type }) };
  };
  const wishes = await mapInSlices(keys, wishOf, { signal });
  const minted = await mintLinks({ ...options, wishes }, call);
  const [first] = minted.links;
  const check = first && (await checkLink(first.url, first.key, options.connection, call));
  return { ...minted, check };
}
