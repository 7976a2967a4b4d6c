import * as v from 'valibot';
import { isBucketName, isRegion } from '#config/bucketNames.ts';
import { isAddressable, keyByteLength, MAX_KEY_BYTES } from '#cos/objectKey.ts';
import { isFormKey } from '#cos/formBody.ts';
import { UPLOAD_REQUEST_PATH } from './encodeUploadRequest.ts';
import { unpackFragment } from './unpackJson.ts';
import type { UploadRequest } from './UploadRequest.ts';
import { uploadRequestFailure } from './uploadRequestFailure.ts';
import { uploadRequestLimits as limits } from './uploadRequestLimits.ts';

const seconds = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(99_999_999_999));
const address = v.strictObject({
  v: v.literal(1),
  b: v.pipe(v.string(), v.check(isBucketName)),
  r: v.pipe(v.string(), v.check(isRegion)),
  p: v.pipe(v.string(), v.check(isPrefix)),
  f: v.pipe(v.string(), v.maxLength(limits.titleLength)),
  n: v.pipe(v.string(), v.maxLength(limits.noteLength)),
  m: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(limits.fileBytes)),
  c: v.pipe(v.string(), v.regex(/^(?:[\w!#$&^.+-]{1,60}\/[\w!#$&^.+-]{0,60})?$/)),
  k: v.pipe(v.string(), v.regex(/^[\w.~+/=-]{1,256}$/)),
  t: v.pipe(v.string(), v.regex(/^[\x21-\x7E]+$/), v.maxLength(limits.tokenLength)),
  w: v.pipe(
    v.strictTuple([seconds, seconds]),
    v.check(([start, end]) => start < end),
  ),
  s: v.pipe(v.string(), v.regex(/^[\da-f]{40}$/)),
});

/**
 * Reads the fragment of an upload request. Whoever writes a link chooses all of it, so it is read strictly and within
 * limits, nothing of it is ever more than text on the page, and it names no host: `uploadRequestConnection` finds the
 * bucket among those of the deployment.
 *
 * @param fragment without `#`: `/r/…`
 * @throws FailureError `RequestDamaged`, `RequestNewer`
 */
export async function parseUploadRequest(fragment: string): Promise<UploadRequest> {
  const json = await unpackFragment(fragment, UPLOAD_REQUEST_PATH, limits, damaged);
  const found = v.safeParse(address, json, { abortEarly: true });
  if (!found.success) {
    const version: unknown = typeof json === 'object' && json !== null && 'v' in json ? json.v : undefined;
    if (typeof version === 'number' && version > 1)
      throw uploadRequestFailure('RequestNewer', `Version ${version} of the address`);
    throw damaged('its fields');
  }
  const { b, r, p, f, n, m, c, k, t, w, s } = found.output;
  return {
    bucket: b,
    region: r,
    prefix: p,
    title: f,
    note: n,
    maxBytes: m,
    contentType: c,
    secretId: k,
    sessionToken: t,
    startSeconds: w[0],
    endSeconds: w[1],
    signature: s,
  };
}

/** Never the whole bucket: what is asked for goes into a place of its own. */
function isPrefix(text: string): boolean {
  return text.endsWith('/') && isAddressable(text) && isFormKey(text) && keyByteLength(text) < MAX_KEY_BYTES;
}

function damaged(what: string, cause?: unknown) {
  return uploadRequestFailure('RequestDamaged', `The address is not whole: ${what}`, cause);
}
