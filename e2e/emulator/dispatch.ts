import { HOST_LABELS, LOCAL_DOMAIN, parseBucketHost, splitHost } from './bucketHost.ts';
import { CosServiceError } from './CosServiceError.ts';
import type { EmulatorBucket } from './EmulatorOptions.ts';

export type Destination =
  | { readonly type: 'service' }
  | {
      /** `website`: the static website of the bucket. */
      readonly type: 'bucket' | 'website';
      readonly bucket: EmulatorBucket;
      /** Decoded, without the leading slash; '' is the bucket itself. */
      readonly key: string;
    };

/** All buckets by name; names are unique across regions. */
export type Buckets = ReadonlyMap<string, EmulatorBucket>;

/**
 * Host and decoded path → bucket and key. A bucket addressed in a region that is not its own does not exist there.
 * Throws `CosServiceError` NoSuchBucket or PathStyleDomainForbidden (COS documentation 57456).
 */
export function dispatch(host: string, path: string, buckets: Buckets, refusePathStyle: boolean): Destination {
  const { hostname } = splitHost(host);
  const kind = parseBucketHost(hostname, [LOCAL_DOMAIN]);
  if (kind.type === 'bucket') {
    return { type: 'bucket', bucket: findBucket(buckets, kind.bucket, kind.region), key: path.slice(1) };
  }
  if (kind.type === 'website') {
    return { type: 'website', bucket: findBucket(buckets, kind.bucket, kind.region), key: path.slice(1) };
  }
  if (path === '/' && (kind.type === 'service' || kind.type === 'region')) return { type: 'service' };
  const owner = [...buckets.values()].find(({ customDomain }) => customDomain === hostname);
  if (owner !== undefined) return { type: 'bucket', bucket: owner, key: path.slice(1) };
  if (kind.type !== 'region') throw noSuchBucket();
  if (refusePathStyle) {
    throw new CosServiceError(
      403,
      'PathStyleDomainForbidden',
      'The bucket you are attempting to access must be addressed using COS virtual-styled domain.',
    );
  }
  const slash = path.indexOf('/', 1);
  const name = slash < 0 ? path.slice(1) : path.slice(1, slash);
  const key = slash < 0 ? '' : path.slice(slash + 1);
  return { type: 'bucket', bucket: findBucket(buckets, name, kind.region), key };
}

/** For copy sources, which clients may write with the domains of the real service. */
export function findBucketByHost(host: string, buckets: Buckets): EmulatorBucket | undefined {
  const kind = parseBucketHost(splitHost(host).hostname, [LOCAL_DOMAIN, 'myqcloud.com', 'tencentcos.cn']);
  const bucket = kind.type === 'bucket' ? buckets.get(kind.bucket) : undefined;
  return kind.type === 'bucket' && bucket?.region === kind.region ? bucket : undefined;
}

/** The two origins that serve a bucket. */
export function bucketOrigins({ name, region }: EmulatorBucket, port: number): [string, string] {
  const [first, second] = HOST_LABELS.map((label) => `http://${name}.${label}.${region}.${LOCAL_DOMAIN}:${port}`);
  return [first ?? '', second ?? ''];
}

function findBucket(buckets: Buckets, name: string, region: string): EmulatorBucket {
  const bucket = buckets.get(name);
  if (bucket?.region !== region) throw noSuchBucket();
  return bucket;
}

function noSuchBucket(): CosServiceError {
  return new CosServiceError(404, 'NoSuchBucket', 'The specified bucket does not exist.');
}
