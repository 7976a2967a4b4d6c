import { bucketOrigins } from '#config/bucketOrigins.ts';
import { isAddressable } from '#cos/objectKey.ts';
import { signedTarget } from '#cos/signedTarget.ts';
import { breathe } from '#lib/breathe.ts';
import { fetchLinkKeys } from './fetchLinkKeys.ts';
import type { LinkServices } from './LinkServices.ts';
import { linkWindow, type LinkWindow } from './linkWindow.ts';

/** The page answers between slices: a long task is one of 50 ms. */
const SLICE_MS = 15;

export interface LinkWish {
  readonly key: string;
  /** Decoded parameters to sign, see `linkQuery`. */
  readonly query: Readonly<Record<string, string>>;
}

export interface MintedLink extends LinkWish {
  readonly url: string;
  /** `q-signature`: 40 hex digits, the one part of the URL that no other link of the batch shares or can compute. */
  readonly signature: string;
}

/** Links that share one key, one host and one window. */
export interface MintedLinks extends LinkWindow {
  readonly links: readonly MintedLink[];
  /** Keys no URL can name; there is no link to them. */
  readonly unsafe: readonly string[];
  readonly narrowed: boolean;
  /** `https://<bucket>.cos.…`, signed. */
  readonly origin: string;
  /** `q-ak` and `x-cos-security-token` of each link. */
  readonly secretId: string;
  readonly sessionToken: string;
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
  const able = wishes.filter(({ key }) => isAddressable(key));
  const unsafe = wishes.flatMap(({ key }) => (isAddressable(key) ? [] : [key]));
  const asked = [...new Set(able.map(({ key }) => key))];
  const { credentials, narrowed } = await fetchLinkKeys(services, asked, lifeSeconds, signal ? { signal } : {});
  const { connection, clock } = services;
  const at = origin ?? bucketOrigins(connection)[0] ?? '';
  const life = linkWindow(clock.now(), lifeSeconds, credentials);
  const links: MintedLink[] = [];
  let sliceStart = performance.now();
  for (const { key, query } of able) {
    const target = await signedTarget(at, { method: 'GET', placement: 'query', key, query }, credentials, life.window);
    links.push({ key, query, url: target.url, signature: signatureOf(target.url) });
    if (performance.now() - sliceStart > SLICE_MS) {
      onProgress?.(links.length);
      await breathe();
      signal?.throwIfAborted();
      sliceStart = performance.now();
    }
  }
  const { secretId, sessionToken } = credentials;
  return { ...life, links, unsafe, narrowed, origin: at, secretId, sessionToken };
}

/** Names and values are percent-encoded in the URL, so this text can only be the parameter itself. */
function signatureOf(url: string): string {
  return /[?&]q-signature=([0-9a-f]{40})/.exec(url)?.[1] ?? '';
}
