import { callWithRetries } from '#cos/callWithRetries.ts';
import type { CosClient } from '#cos/CosClient.ts';
import { digestOf, encodeManifest, encodeShare } from './encodeShare.ts';
import type { LinkServices } from './LinkServices.ts';
import { mintLinks, type MintedLinks } from './mintLinks.ts';
import { sharedQuery } from './sharedQuery.ts';
import { shareFailure } from './shareFailure.ts';
import { newShareListKey } from './shareLists.ts';
import { shareLimits } from './shareLimits.ts';
import type { SharedObject, ShareTerms } from './SharePackage.ts';

/** The address of a share, and what its maker must be told of it. */
export interface MadeShare extends Pick<MintedLinks, 'expiresAt' | 'limitedBy' | 'narrowed'> {
  readonly url: string;
  /** As its page is called. */
  readonly title: string;
  readonly count: number;
  readonly sizeBytes: number;
  /** Objects that no link can carry, left out. */
  readonly leftOut: number;
  /** The list that had to be written into the bucket. */
  readonly listKey?: string;
}

export interface MakeShareOptions extends LinkServices {
  readonly cos: Pick<CosClient, 'putObject'>;
  readonly objects: readonly Pick<SharedObject, 'key' | 'sizeBytes'>[];
  readonly title: string;
  /** What all keys begin with. */
  readonly prefix: string;
  /** Of the page, without `#`. */
  readonly pageUrl: string;
  readonly lifeSeconds: number;
  readonly onProgress?: (done: number) => void;
}

/** The list's name tells an end that is not before the real one: signing once more takes a while. */
const SIGNING_AGAIN_MS = 600_000;

/**
 * Makes one address for many objects: a signature each, everything else once.
 *
 * [Note: When an address has no room] The list of names and signatures goes into the bucket under a name that nobody can
 * guess, and the address carries a link to it. The list alone opens nothing: the key's id and token are in the address.
 *
 * @throws FailureError `ShareEmpty`, `ShareTooMany`, of the endpoint; CosError when the list cannot be written; the
 * signal's reason
 */
export async function makeShare(
  options: MakeShareOptions,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<MadeShare> {
  const { cos, objects, title, prefix, pageUrl, lifeSeconds, onProgress, connection, credentials, clock } = options;
  if (objects.length > shareLimits.objects) throw shareFailure('ShareTooMany', `${objects.length} objects`);
  const call = signal ? { signal } : {};
  const mint = (extra: readonly string[]): Promise<MintedLinks> =>
    mintLinks(
      {
        connection,
        credentials,
        clock,
        lifeSeconds,
        wishes: [...objects.map(({ key }) => key), ...extra].map((key) => ({ key, query: sharedQuery(key) })),
        ...(onProgress ? { onProgress } : {}),
      },
      call,
    );
  const sizes = new Map(objects.map(({ key, sizeBytes }) => [key, sizeBytes]));
  const sharedOf = ({ links }: MintedLinks): SharedObject[] =>
    links.flatMap(({ key, signature }) => {
      const sizeBytes = sizes.get(key);
      return sizeBytes === undefined ? [] : [{ key, sizeBytes, signature }];
    });
  const terms = ({ origin, secretId, sessionToken, window }: MintedLinks): ShareTerms => ({
    title: title.slice(0, shareLimits.titleLength).toWellFormed(),
    prefix,
    bucket: connection.bucket,
    region: connection.region,
    origin,
    secretId,
    sessionToken,
    ...window,
  });
  const told = (minted: MintedLinks, fragment: string): MadeShare => {
    const { expiresAt, limitedBy, narrowed, unsafe } = minted;
    const shared = sharedOf(minted);
    const sizeBytes = shared.reduce((sum, object) => sum + object.sizeBytes, 0);
    const url = `${pageUrl}#${fragment}`;
    return { url, title, expiresAt, limitedBy, narrowed, leftOut: unsafe.length, count: shared.length, sizeBytes };
  };

  const minted = await mint([]);
  const shared = sharedOf(minted);
  if (shared.length === 0) throw shareFailure('ShareEmpty', 'no object that a link can carry');
  const fragment = await encodeShare({ ...terms(minted), objects: shared });
  if (pageUrl.length + 1 + fragment.length <= shareLimits.addressLength) return told(minted, fragment);

  const listKey = newShareListKey(connection.prefix, clock.now() + lifeSeconds * 1000 + SIGNING_AGAIN_MS);
  const again = await mint([listKey]);
  const bytes = await encodeManifest(prefix, sharedOf(again));
  const body = new Blob([bytes]);
  const contentType = 'application/octet-stream';
  await callWithRetries(() => cos.putObject({ key: listKey, body, contentType }, call), call);
  const signature = again.links.find(({ key }) => key === listKey)?.signature ?? '';
  const manifest = { key: listKey, sizeBytes: bytes.length, signature, digest: await digestOf(bytes) };
  return { ...told(again, await encodeShare({ ...terms(again), manifest })), listKey };
}
