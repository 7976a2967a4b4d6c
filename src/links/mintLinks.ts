import { bucketOrigins } from '#config/bucketOrigins.ts';
import { isAddressable } from '#cos/objectKey.ts';
import { authorizationFor } from '#cos/signer.ts';
import { mapInSlices } from '#lib/mapInSlices.ts';
import { fetchNarrowKeys } from './fetchNarrowKeys.ts';
import type { LinkServices } from './LinkServices.ts';
import { type LinkBase, type LinkParts, linkUrl } from './linkUrl.ts';
import { linkWindow, type LinkWindow } from './linkWindow.ts';

export type LinkWish = Pick<LinkParts, 'key' | 'query'>;

export interface MintedLink extends LinkParts {
  /** Put together when it is asked for: a token is long, and there may be a million links. */
  readonly url: string;
}

/** Links that share one key, one host and one window. */
export interface MintedLinks extends LinkBase, LinkWindow {
  readonly links: readonly MintedLink[];
  /** Keys no URL can name; there is no link to them. */
  readonly unsafe: readonly string[];
  /** Signed with keys the endpoint confirmed to cover these objects and nothing else. */
  readonly narrowed: boolean;
}

export interface MintOptions extends LinkServices {
  readonly wishes: readonly LinkWish[];
  /** Life the person picked, counted from now. */
  readonly lifeSeconds: number;
  /** One of the bucket's; default: the preferred one. */
  readonly origin?: string;
  readonly onProgress?: (done: number) => void;
}

/**
 * Presigned GET links to any number of objects, with keys that were asked for once. All end at `expiresAt`; the page
 * stays alive meanwhile.
 *
 * @throws FailureError `NeedsKeys` before any request, or of the endpoint; the signal's reason
 */
export async function mintLinks(
  { wishes, lifeSeconds, onProgress, origin, ...services }: MintOptions,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<MintedLinks> {
  const isAble = await mapInSlices(wishes, ({ key }) => isAddressable(key), { signal });
  const able = wishes.filter((_wish, at) => isAble[at]);
  const unsafe = wishes.flatMap(({ key }, at) => (isAble[at] === true ? [] : [key]));
  const wanted = { purpose: 'share', keys: [...new Set(able.map(({ key }) => key))], lifeSeconds } as const;
  const { credentials, narrowed } = await fetchNarrowKeys(services, wanted, signal ? { signal } : {});
  const { secretId, sessionToken } = credentials;
  const life = linkWindow(services.clock.now(), lifeSeconds, credentials);
  const at = origin ?? bucketOrigins(services.connection)[0] ?? '';
  const base: LinkBase = { origin: at, window: life.window, secretId, sessionToken };
  const headers = { host: new URL(at).host };
  const sign = async ({ key, query }: LinkWish): Promise<MintedLink> => {
    const request = { method: 'GET', path: `/${key}`, query, headers };
    const authorization = await authorizationFor(credentials, request, life.window);
    return new Link(base, key, query, authorization.slice(-40));
  };
  const links = await mapInSlices(able, sign, { signal, onProgress });
  return { ...life, ...base, links, unsafe, narrowed };
}

class Link implements MintedLink {
  readonly #base: LinkBase;
  readonly key: string;
  readonly query: LinkParts['query'];
  readonly signature: string;

  constructor(base: LinkBase, key: string, query: LinkParts['query'], signature: string) {
    this.#base = base;
    this.key = key;
    this.query = query;
    this.signature = signature;
  }

  get url(): string {
    return linkUrl(this.#base, this);
  }
}
