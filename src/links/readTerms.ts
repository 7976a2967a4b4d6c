import { isBucketName, isRegion } from '#config/bucketNames.ts';
import { parseOrigin } from '#config/trustedUrls.ts';
import { keyByteLength, MAX_KEY_BYTES } from '#cos/objectKey.ts';
import { shareLimits } from './shareLimits.ts';
import type { ShareTerms } from './SharePackage.ts';

/** Fields of an address beside its objects, the version among them. */
export const TERM_FIELDS = 9;

const SECRET_ID = /^[\w.~+/=-]{1,256}$/;
const TOKEN = /^[\x21-\x7E]*$/;
const LATEST_SECONDS = 99_999_999_999;

/** What all links of a share have in common; undefined when one of them is not what it has to be. */
export function readTerms(fields: Readonly<Record<string, unknown>>): ShareTerms | undefined {
  const { b: bucket, r: region, o: origin, k: secretId, t: sessionToken, w: times, n: title, p: prefix } = fields;
  if (!isText(bucket, 50) || !isBucketName(bucket) || !isText(region, 40) || !isRegion(region)) return undefined;
  if (!isText(origin, 300) || parseOrigin(origin) !== origin) return undefined;
  if (!isText(secretId, 256) || !SECRET_ID.test(secretId)) return undefined;
  if (!isText(sessionToken, shareLimits.tokenLength) || !TOKEN.test(sessionToken)) return undefined;
  if (!Array.isArray(times) || times.length !== 2) return undefined;
  const [startSeconds, endSeconds] = times as readonly unknown[];
  if (!isSize(startSeconds) || !isSize(endSeconds) || endSeconds <= startSeconds || endSeconds > LATEST_SECONDS)
    return undefined;
  if (!isText(title, shareLimits.titleLength) || !isText(prefix, MAX_KEY_BYTES)) return undefined;
  if (prefix !== '' && (!prefix.endsWith('/') || keyByteLength(prefix) > MAX_KEY_BYTES)) return undefined;
  return { title, prefix, bucket, region, origin, secretId, sessionToken, startSeconds, endSeconds };
}

/** A whole number that is not negative. */
export function isSize(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length <= most;
}
