import { linkUrl } from './linkUrl.ts';
import { sharedQuery } from './sharedQuery.ts';
import type { SharedObject, ShareTerms } from './SharePackage.ts';

/** The presigned URL of one object of a share, put together again. */
export function sharedUrl(terms: ShareTerms, { key, signature }: Pick<SharedObject, 'key' | 'signature'>): string {
  return linkUrl({ ...terms, window: terms }, { key, query: sharedQuery(key), signature });
}
