import { callWithRetries } from '#cos/callWithRetries.ts';
import type { ListObjectVersionsInput } from '#cos/CosCalls.ts';
import type { CosClient } from '#cos/CosClient.ts';
import type { ObjectVersion } from '#cos/CosObject.ts';
import type { ObjectKey } from '#cos/objectKey.ts';
import { listingBroken } from './listingBroken.ts';

export type VersionMarker = Pick<ListObjectVersionsInput, 'keyMarker' | 'versionIdMarker'>;

export interface VersionPage {
  /** Newest first. */
  readonly versions: readonly ObjectVersion[];
  /** Where the next page begins; absent on the last. */
  readonly next?: VersionMarker;
}

/**
 * A page of the versions of one object. COS lists by prefix, so others whose names begin alike come behind them and are
 * left out; keys are in order, hence the first other key is the end.
 *
 * @throws CosError, `ListingBroken` among them when the marker does not move on; the signal's reason
 */
export async function versionsOf(
  cos: Pick<CosClient, 'listObjectVersions' | 'location'>,
  key: ObjectKey,
  after: VersionMarker = {},
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<VersionPage> {
  const call = signal ? { signal } : {};
  const page = await callWithRetries(() => cos.listObjectVersions({ prefix: key, ...after }, call), call);
  const versions = page.versions.filter((version) => version.key === key);
  const { nextKeyMarker: keyMarker, nextVersionIdMarker: versionIdMarker } = page;
  // Also undefined when others came already: a marker of another key.
  if (keyMarker !== key || versions.length < page.versions.length || versionIdMarker === undefined) return { versions };
  if (versionIdMarker === after.versionIdMarker) throw listingBroken(cos.location, key);
  return { versions, next: { keyMarker, versionIdMarker } };
}
