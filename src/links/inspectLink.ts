import { bucketOrigins } from '#config/bucketOrigins.ts';
import type { Connection } from '#config/DeploymentConfig.ts';
import type { LinkAddress, LinkFacts, LinkFlaw, LinkOperation } from './LinkFacts.ts';
import { readLinkSignature } from './readLinkSignature.ts';

/** `<bucket>.cos[-kind].<region>…`; with `accelerate` in the place of a region (COS documentation 6224). */
const BUCKET_HOST = /^([a-z0-9-]+-\d+)\.cos(?:-([a-z]+))?\.([a-z0-9-]+)\.(?:myqcloud\.com|tencentcos\.cn)$/;
const REGION_HOST = /^cos\.([a-z0-9-]+)\.(?:myqcloud\.com|tencentcos\.cn)$/;

/** Sub-resources: what is asked is not the object itself (COS documentation 4: the operations). */
const SUBRESOURCES = ['acl', 'tagging', 'cors', 'uploads', 'versions', 'restore', 'delete', 'policy', 'versioning'];

type KnownBucket = Pick<Connection, 'bucket' | 'region' | 'hosts'>;

/**
 * Reads an address of a bucket: whose it is, who signed it, for when, and for what. Pure: nothing is requested.
 *
 * @param connections the deployment's, by which custom domains are told
 * @returns undefined for what is no `http(s)` address
 */
export function inspectLink(text: string, connections: readonly KnownBucket[]): LinkFacts | undefined {
  // Not by `URL`, which would fold `..` and change what the key is.
  const [url = '', origin = '', path = '', search = ''] =
    /^(https?:\/\/[^/?#\s]+)([^?#\s]*)(\?[^#\s]*)?/i.exec(text.trim()) ?? [];
  if (!URL.canParse(origin)) return undefined;
  const { hostname, host, origin: plainOrigin, username } = new URL(origin);
  if (username !== '') return undefined;
  const own = connections.find((connection) => bucketOrigins(connection).includes(plainOrigin));
  const key = decoded(path.slice(1));
  const query = parseQuery(search);
  const { signature, flaws } = readLinkSignature(query);
  const place = placeOf(hostname, key, own);
  const limit = Number(query.get('x-cos-traffic-limit'));
  const versionId = query.get('versionid') ?? query.get('versionId');
  const isUnsafe = /(?:^|\/)\.{1,2}(?:\/|$)/.test(place.key);
  return {
    url,
    origin: plainOrigin,
    host,
    ...place,
    operation: operationOf(place.key, query),
    ...(signature === undefined ? {} : { signature }),
    flaws: [...flaws, ...(isUnsafe ? (['unsafeKey'] satisfies LinkFlaw[]) : [])],
    overrides: Object.fromEntries(
      [...query].flatMap(([name, value]) => (name.startsWith('response-') ? [[name.slice(9), value]] : [])),
    ),
    ...(Number.isInteger(limit) && limit > 0 ? { trafficLimit: limit } : {}),
    ...(versionId === undefined ? {} : { versionId }),
    isListed: own !== undefined,
  };
}

function placeOf(
  hostname: string,
  key: string,
  own: KnownBucket | undefined,
): Pick<LinkFacts, 'address' | 'bucket' | 'region' | 'key'> {
  const [, bucket, kind, region = ''] = BUCKET_HOST.exec(hostname) ?? [];
  if (bucket !== undefined) {
    const address = region === 'accelerate' ? region : addressOf(kind);
    return { address, bucket, ...(region === 'accelerate' ? regionOf(own) : { region }), key };
  }
  if (own !== undefined) return { address: 'listed', bucket: own.bucket, region: own.region, key };
  const [, pathRegion] = REGION_HOST.exec(hostname) ?? [];
  if (pathRegion === undefined) return { address: 'custom', key };
  const slash = key.includes('/') ? key.indexOf('/') : key.length;
  return { address: 'path-style', bucket: key.slice(0, slash), region: pathRegion, key: key.slice(slash + 1) };
}

function regionOf(own: KnownBucket | undefined): { readonly region?: string } {
  return own === undefined ? {} : { region: own.region };
}

function addressOf(kind: string | undefined): LinkAddress {
  return kind === 'website' || kind === 'internal' || kind === 'dualstack' ? kind : 'virtual-host';
}

function operationOf(key: string, query: ReadonlyMap<string, string>): LinkOperation {
  const names = new Set([...query.keys()].map((name) => name.toLowerCase()));
  if (names.has('uploadid') || names.has('partnumber') || names.has('append')) return 'upload';
  if (SUBRESOURCES.some((name) => names.has(name))) return 'subresource';
  return key === '' ? 'list' : 'read';
}

/** Decoded once, a plus left as it is: COS reads none as a space. */
function parseQuery(search: string): Map<string, string> {
  const pairs = search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '');
  return new Map(
    pairs.map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [decoded(name), decoded(value.join('='))];
    }),
  );
}

/** As it is where the percent signs do not spell UTF-8. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
