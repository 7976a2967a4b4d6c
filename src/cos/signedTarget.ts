import type { TemporaryCredentials } from '#credentials/CredentialsProvider.ts';
import { percentEncode } from '#lib/percentEncode.ts';
import type { CosRequest } from './CosRequest.ts';
import { encodeKeyForPath, isAddressable } from './objectKey.ts';
import { authorizationFor, type SigningWindow } from './signer.ts';

/** Where a request goes and what it carries besides its body. */
export interface SignedTarget {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

type Signable = Pick<CosRequest, 'method' | 'key' | 'query' | 'headers' | 'placement'>;

/**
 * Builds the URL at this origin, signed by these keys; without keys (public buckets) just the URL. Every query
 * parameter, `host`, and every header a signature can cover is covered.
 *
 * @param origin `https://<bucket>.cos.<region>.myqcloud.com`
 * @throws RangeError for a key whose URL would name something else; callers have checked
 */
export async function signedTarget(
  origin: string,
  request: Signable,
  keys: TemporaryCredentials | undefined,
  window: SigningWindow,
): Promise<SignedTarget> {
  const { method, key, query = {}, headers = {} } = request;
  if (key !== undefined && !isAddressable(key)) throw new RangeError('The key cannot be put in a URL');
  const address = `${origin}/${encodeKeyForPath(key ?? '')}`;
  if (!keys || request.placement === 'form') return { url: withQuery(address, Object.entries(query)), headers };

  const authorization = await authorizationFor(
    keys,
    { method, path: `/${key ?? ''}`, query, headers: { ...signable(headers), host: new URL(origin).host } },
    window,
  );
  if (request.placement === 'query') {
    const signature = authorization.split('&').map((field): [string, string] => {
      const at = field.indexOf('=');
      return [field.slice(0, at), field.slice(at + 1)];
    });
    // The token goes in percent-encoded: it is Base64, and a raw `+` would arrive as a space.
    const token: [string, string] = ['x-cos-security-token', keys.sessionToken];
    return { url: withQuery(address, [...Object.entries(query), ...signature, token]), headers };
  }
  return {
    url: withQuery(address, Object.entries(query)),
    headers: { ...headers, Authorization: authorization, 'x-cos-security-token': keys.sessionToken },
  };
}

/**
 * `now` less a minute, since clocks differ a little, to `windowSeconds` from now; never beyond the keys.
 *
 * @param now milliseconds since 1970, by the bucket's clock
 */
export function signingWindow(now: number, windowSeconds: number, expiresAt: Date | undefined): SigningWindow {
  const nowSeconds = Math.floor(now / 1000);
  const keysEnd = expiresAt ? Math.floor(expiresAt.getTime() / 1000) : Number.POSITIVE_INFINITY;
  const startSeconds = nowSeconds - 60;
  return {
    startSeconds,
    endSeconds: Math.max(startSeconds + 1, Math.min(nowSeconds + Math.floor(windowSeconds), keysEnd)),
  };
}

/** Headers a browser sends exactly as given. `Range` stays out: it says what to read, not what may be read. */
function signable(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => /^(?:x-cos-|content-md5$)/i.test(name)));
}

function withQuery(address: string, parameters: readonly (readonly [string, string])[]): string {
  if (parameters.length === 0) return address;
  const pairs = parameters.map(([name, value]) => {
    return value === '' ? percentEncode(name) : `${percentEncode(name)}=${percentEncode(value)}`;
  });
  return `${address}?${pairs.join('&')}`;
}
