import { encodeKeyForPath } from '#cos/objectKey.ts';
import type { SigningWindow } from '#cos/signer.ts';
import { percentEncode } from '#lib/percentEncode.ts';

/** What links of one batch have in common. */
export interface LinkBase {
  /** `https://<bucket>.cos.…`, signed. */
  readonly origin: string;
  readonly window: SigningWindow;
  /** `q-ak` and `x-cos-security-token`. */
  readonly secretId: string;
  readonly sessionToken: string;
}

/** What each link has of its own. */
export interface LinkParts {
  readonly key: string;
  /** Decoded parameters that are signed. */
  readonly query: Readonly<Record<string, string>>;
  /** `q-signature`: 40 hex digits. */
  readonly signature: string;
}

/**
 * The URL of a presigned GET, put together from its parts (COS documentation 7778): the host and all of `query` are
 * covered by the signature; the token is percent-encoded, since a raw `+` would arrive as a space.
 */
export function linkUrl(base: LinkBase, { key, query, signature }: LinkParts): string {
  const time = `${base.window.startSeconds};${base.window.endSeconds}`;
  const names = Object.keys(query).map((name) => percentEncode(name).toLowerCase());
  const parameters = [
    ...Object.entries(query),
    ['q-sign-algorithm', 'sha1'],
    ['q-ak', base.secretId],
    ['q-sign-time', time],
    ['q-key-time', time],
    ['q-header-list', 'host'],
    ['q-url-param-list', names.toSorted().join(';')],
    ['q-signature', signature],
    ['x-cos-security-token', base.sessionToken],
  ] as const;
  const pairs = parameters.map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`);
  return `${base.origin}/${encodeKeyForPath(key)}?${pairs.join('&')}`;
}
