import type { Connection, DeploymentConfig } from '#config/DeploymentConfig.ts';
import { callWithRetries } from '#cos/callWithRetries.ts';
import type { CosClient } from '#cos/CosClient.ts';
import type { ServerClock } from '#credentials/ServerClock.ts';
import { collectBytes } from '#lib/collectBytes.ts';
import { toFailure, type Failure } from '#lib/Failure.ts';
import { createSharedClient, type SharedClient } from './createSharedClient.ts';
import { parseManifest, parseShare } from './parseShare.ts';
import { shareConnection } from './shareConnection.ts';
import type { SharedObject, ShareManifest, ShareTerms } from './SharePackage.ts';

/** A share whose first link the bucket has honoured. */
export interface OpenedShare {
  readonly terms: ShareTerms;
  readonly objects: readonly SharedObject[];
  readonly connection: Connection;
  readonly cos: CosClient;
}

export interface OpenShareOptions {
  readonly config: DeploymentConfig;
  /** Without `#`: `/s/…`. */
  readonly fragment: string;
  readonly clock: ServerClock;
  readonly onRefused: (failure: Failure, terms: ShareTerms) => void;
  readonly fetch?: typeof fetch;
}

/**
 * Opens what an address shares: reads it, finds its bucket among those of this deployment, and asks that bucket for one
 * byte, or for the list. Before the bucket was found nothing is asked of anybody.
 *
 * @throws FailureError `ShareDamaged`, `ShareNewer`, `ShareElsewhere`; CosError as the bucket refused it, which
 * `onRefused` has heard as well
 */
export async function openShare(
  { config, fragment, ...parts }: OpenShareOptions,
  options: { readonly signal?: AbortSignal } = {},
): Promise<OpenedShare> {
  const share = await parseShare(fragment);
  const connection = shareConnection(config, share);
  const client = createSharedClient({ ...parts, connection, terms: share });
  const objects = 'manifest' in share ? await readManifest(client, share, options) : share.objects;
  client.learn(objects);
  if (!('manifest' in share)) await tryFirst(client.cos, objects, options);
  // The bucket has honoured a link, so by its clock it is time for them, whatever this machine's clock says.
  parts.clock.bound?.(new Date(share.startSeconds * 1000), new Date(share.endSeconds * 1000));
  return { terms: share, objects, connection, cos: client.cos };
}

function readManifest(
  { cos, learn }: SharedClient,
  { manifest, prefix }: ShareTerms & { readonly manifest: ShareManifest },
  options: { readonly signal?: AbortSignal },
): Promise<readonly SharedObject[]> {
  const { key, sizeBytes } = manifest;
  learn([manifest]);
  return callWithRetries(async () => {
    const { body } = await cos.getObject({ key, range: { start: 0, end: sizeBytes } }, options);
    return parseManifest(await collectBytes(body, 0, sizeBytes), manifest, prefix);
  }, options);
}

/** One that is gone says nothing about the others. */
async function tryFirst(
  cos: CosClient,
  objects: readonly SharedObject[],
  options: { readonly signal?: AbortSignal },
): Promise<void> {
  // Of an object of no bytes COS can give no range.
  const { key } = objects.find(({ sizeBytes }) => sizeBytes > 0) ?? objects[0] ?? { key: '' };
  try {
    await callWithRetries(() => cos.headObject({ key }, options), options);
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!ABOUT_ONE_OBJECT.has(toFailure(error).code)) throw error;
  }
}

const ABOUT_ONE_OBJECT = new Set(['NoSuchKey', 'InvalidRange', 'InvalidObjectState', 'DownloadForbidden']);
