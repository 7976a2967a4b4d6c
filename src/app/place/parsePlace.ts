import { bucketOrigins } from '#config/bucketOrigins.ts';
import type { Connection } from '#config/DeploymentConfig.ts';
import type { PlaceParams } from './PlaceParams.ts';
import { parseSearch, readPlace } from './searchParams.ts';

export type ParsedPlace =
  /** An address of this page. */
  | { readonly type: 'page'; readonly place: PlaceParams }
  /** `key` is full: `''`, a prefix that ends with `/`, or an object; `isTyped`: it may be a folder without its `/`. */
  | { readonly type: 'key'; readonly connection: Connection; readonly key: string; readonly isTyped: boolean }
  | { readonly type: 'otherBucket'; readonly bucket: string }
  /** The bucket is known, but its connections show only what is under a prefix. */
  | { readonly type: 'outside'; readonly bucket: string }
  | { readonly type: 'notAPlace' };

export interface PlaceReading {
  readonly connections: readonly Connection[];
  /** Where the person is: what a path without a bucket means, and the first choice of two that fit. */
  readonly current: Connection;
  /** Address of this page without the search part. */
  readonly pageUrl: string;
}

/** `<bucket>.cos.<region>…`, also `cos-internal`, `cos-website`, `cos-dualstack`, `cos.accelerate` (COS docs 6224). */
const BUCKET_HOST = /^([a-z0-9-]+-\d+)\.cos(?:-[a-z]+)?\.[a-z0-9-]+\.(?:myqcloud\.com|tencentcos\.cn)$/;
/** `cos.<region>.myqcloud.com/<bucket>/<key>`: only for buckets made before 2024 (COS docs 57456). */
const PATH_STYLE_HOST = /^cos\.[a-z0-9-]+\.(?:myqcloud\.com|tencentcos\.cn)$/;

/**
 * What a pasted text points to: a path of this connection, `cos://bucket/key`, any URL of a bucket (signed or not), or
 * an address of this page. The query of a URL is dropped: nobody's signature is used or kept.
 */
export function parsePlace(text: string, reading: PlaceReading): ParsedPlace {
  const trimmed = text.trim();
  if (/^https?:\/\//i.test(trimmed)) return readUrl(trimmed, reading);
  const [, bucket, key] = /^cos:\/\/([^/]+)\/?([^]*)$/.exec(trimmed) ?? [];
  if (bucket !== undefined) return inBucket(bucket, key ?? '', reading);
  return readPath(text, reading.current);
}

function readPath(text: string, current: Connection): ParsedPlace {
  // Paths are shown with a slash in front, which is none of the key's.
  const path = text.startsWith('/') ? text.slice(1) : text.trimStart();
  const key = current.prefix !== '' && path.startsWith(current.prefix) ? path : current.prefix + path;
  return { type: 'key', connection: current, key, isTyped: true };
}

function readUrl(url: string, reading: PlaceReading): ParsedPlace {
  // Not by `URL`, which would fold `..` and change what the key is.
  const [, origin = '', path = '', search = ''] = /^(https?:\/\/[^/?#]+)([^?#]*)(\?[^#]*)?/i.exec(url) ?? [];
  if (origin + path === reading.pageUrl) return { type: 'page', place: readPlace(parseSearch(search)) };
  const key = decoded(path.slice(1));
  const host = URL.canParse(origin) ? new URL(origin).hostname : '';
  if (key === undefined || host === '') return { type: 'notAPlace' };
  const own = reading.connections.find((connection) => bucketOrigins(connection).includes(origin.toLowerCase()));
  if (own !== undefined) return inBucket(own.bucket, key, reading);
  const bucket = BUCKET_HOST.exec(host)?.[1];
  if (bucket !== undefined) return inBucket(bucket, key, reading);
  const slash = key.includes('/') ? key.indexOf('/') : key.length;
  if (PATH_STYLE_HOST.test(host) && slash > 0) return inBucket(key.slice(0, slash), key.slice(slash + 1), reading);
  return { type: 'notAPlace' };
}

function inBucket(bucket: string, key: string, { connections, current }: PlaceReading): ParsedPlace {
  const known = [current, ...connections].filter((connection) => connection.bucket === bucket);
  if (known.length === 0) return { type: 'otherBucket', bucket };
  // The bucket alone means the connection's own beginning.
  const fitting = known.find(({ prefix }) => key === '' || key.startsWith(prefix) || prefix === `${key}/`);
  if (fitting === undefined) return { type: 'outside', bucket };
  const isAbove = !key.startsWith(fitting.prefix);
  return { type: 'key', connection: fitting, key: isAbove ? fitting.prefix : key, isTyped: false };
}

/** undefined when the percent signs do not spell UTF-8. */
function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
