/** What a host name addresses. Port and case are dropped before. */
export type HostKind =
  | { readonly type: 'bucket'; readonly bucket: string; readonly region: string }
  /** `<bucket>.cos-website.<region>.…`: reads only, for browsers. */
  | { readonly type: 'website'; readonly bucket: string; readonly region: string }
  /** `cos.<region>.…`: the list of buckets, or path-style. */
  | { readonly type: 'region'; readonly region: string }
  /** `service.cos.…` */
  | { readonly type: 'service' }
  /** This machine itself: health and control. */
  | { readonly type: 'loopback' }
  | { readonly type: 'unknown' };

/** The domain this emulator serves, instead of `myqcloud.com`. */
export const LOCAL_DOMAIN = 'localhost';

/** Both host families that serve one bucket, in the place of `cos` in the name. */
export const HOST_LABELS = ['cos', 'cos-alias'] as const;

const WEBSITE_LABEL = 'cos-website';

/** Reads `<bucket>.cos.<region>.<domain>` and its kin (COS documentation 6224). */
export function parseBucketHost(hostname: string, domains: readonly string[]): HostKind {
  if (['localhost', '127.0.0.1', '[::1]'].includes(hostname)) return { type: 'loopback' };
  const domain = domains.find((each) => hostname.endsWith(`.${each}`));
  if (domain === undefined) return { type: 'unknown' };
  const labels = hostname.slice(0, -domain.length - 1).split('.');
  if (labels.length === 2 && labels[0] === 'service' && labels[1] === 'cos') return { type: 'service' };
  const region = labels.pop() ?? '';
  if (labels.at(-1) === WEBSITE_LABEL && labels.length > 1) {
    return { type: 'website', bucket: labels.slice(0, -1).join('.'), region };
  }
  const isCos = HOST_LABELS.some((label) => label === labels.at(-1));
  if (!isCos || region === '') return { type: 'unknown' };
  const bucket = labels.slice(0, -1).join('.');
  return bucket === '' ? { type: 'region', region } : { type: 'bucket', bucket, region };
}

/** `a:80`, `A`, `[::1]:80` → name in lower case and port. */
export function splitHost(host: string): { hostname: string; port: string } {
  const match = /^(\[[0-9a-f:]+\]|[^:]*)(?::(\d*))?$/i.exec(host);
  return match ? { hostname: (match[1] ?? '').toLowerCase(), port: match[2] ?? '' } : { hostname: '', port: '' };
}

/**
 * Whether a browser page may talk to us under this name: only names that mean this machine, with our port. Anything
 * else is a foreign name that was made to point here (DNS rebinding).
 */
export function isLoopbackHost(host: string, port: number): boolean {
  const { hostname, port: given } = splitHost(host);
  const isOurs = ['localhost', '127.0.0.1', '[::1]'].includes(hostname) || hostname.endsWith('.localhost');
  return isOurs && given === String(port);
}
