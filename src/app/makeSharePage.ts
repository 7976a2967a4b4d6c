import type { DeploymentConfig } from '#config/DeploymentConfig.ts';
import type { CosClient } from '#cos/CosClient.ts';
import { baseName, type Prefix } from '#cos/objectKey.ts';
import type { LinkServices } from '#links/LinkServices.ts';
import { openShare } from '#links/openShare.ts';
import { makeShare, type MadeShare } from '#links/makeShare.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import type { LinksProgress } from '#share-dialog/LinksProgress.ts';
import { walkChosen } from './downloads/walkChosen.ts';

export interface SharePageWish {
  /** On screen. */
  readonly prefix: Prefix;
  readonly entries: readonly ListingEntry[];
  readonly lifeSeconds: number;
  readonly onProgress: (progress: LinksProgress) => void;
}

export interface MakeSharePageOptions extends LinkServices, SharePageWish {
  readonly config: DeploymentConfig;
  readonly cos: CosClient;
}

/**
 * The address of a page with the chosen objects, and with what is in the chosen folders now. It is opened once, as a
 * recipient opens it, before anybody is shown it.
 */
export async function makeSharePage(
  { config, cos, prefix, entries, lifeSeconds, onProgress, ...services }: MakeSharePageOptions,
  options: { readonly signal: AbortSignal },
): Promise<MadeShare> {
  const sizes = new Map<string, number>();
  for (const entry of entries) {
    for await (const page of walkChosen(cos, prefix, entry)) {
      options.signal.throwIfAborted();
      for (const { key, sizeBytes, isFolderMarker } of page) if (!isFolderMarker) sizes.set(key, sizeBytes);
      onProgress({ found: sizes.size, made: 0 });
    }
  }
  const objects = Array.from(sizes, ([key, sizeBytes]) => ({ key, sizeBytes }));
  const [first] = entries;
  const shared = entries.length === 1 && first?.type === 'folder' ? first.prefix : prefix;
  const made = await makeShare(
    {
      ...services,
      cos,
      objects,
      lifeSeconds,
      prefix: shared,
      title: baseName(shared) || services.connection.label,
      pageUrl: new URL('.', document.baseURI).href,
      onProgress: (made) => onProgress({ found: objects.length, made }),
    },
    options,
  );
  const fragment = new URL(made.url).hash.slice(1);
  await openShare({ config, fragment, clock: services.clock, onRefused: () => {} }, options);
  return made;
}
