import { percentEncode } from '#lib/percentEncode.ts';
import type { DeliveryHeaders, ObjectHeaders, ObjectTags } from '../CosObject.ts';
import { metadataHeaders } from '../metadataHeaders.ts';
import { trafficHeaders } from '../trafficLimit.ts';

export const DEFAULT_CONTENT_TYPE = 'application/octet-stream';

/** Request headers that become an object's metadata, or decide whether and how fast it may be written. */
export function writeHeaders({
  contentType,
  storageClass,
  metadata = {},
  storedMetadata = {},
  delivery = {},
  acl,
  tags = {},
  forbidOverwrite,
  trafficLimit,
}: ObjectHeaders & { readonly trafficLimit?: number }): Record<string, string> {
  return {
    'Content-Type': contentType ?? DEFAULT_CONTENT_TYPE,
    ...decisionHeaders({
      ...(storageClass === undefined ? {} : { storageClass }),
      ...(acl === undefined ? {} : { acl }),
      ...(forbidOverwrite === undefined ? {} : { forbidOverwrite }),
    }),
    ...metadataHeaders(metadata),
    ...Object.fromEntries(Object.entries(storedMetadata).map(([name, value]) => [`x-cos-meta-${name}`, value])),
    ...deliveryHeaders(delivery),
    ...tagHeader(tags),
    ...trafficHeaders(trafficLimit),
  };
}

/** What is decided about an object and no metadata of it: its class, who may read it, whether it may replace another. */
export function decisionHeaders({
  storageClass,
  acl,
  forbidOverwrite,
}: Pick<ObjectHeaders, 'storageClass' | 'acl' | 'forbidOverwrite'>): Record<string, string> {
  return {
    ...(storageClass === undefined ? {} : { 'x-cos-storage-class': storageClass }),
    ...(acl === undefined || acl === 'default' ? {} : { 'x-cos-acl': acl }),
    ...(forbidOverwrite ? { 'x-cos-forbid-overwrite': 'true' } : {}),
  };
}

function deliveryHeaders({ cacheControl, contentDisposition, contentEncoding, expires }: DeliveryHeaders) {
  return {
    ...(cacheControl === undefined ? {} : { 'Cache-Control': cacheControl }),
    ...(contentDisposition === undefined ? {} : { 'Content-Disposition': contentDisposition }),
    ...(contentEncoding === undefined ? {} : { 'Content-Encoding': contentEncoding }),
    ...(expires === undefined ? {} : { Expires: expires }),
  };
}

/** `a=1&b=2`, each part URL-encoded (COS documentation 7749). */
function tagHeader(tags: ObjectTags): Record<string, string> {
  const pairs = Object.entries(tags).map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`);
  return pairs.length === 0 ? {} : { 'x-cos-tagging': pairs.join('&') };
}
