import type { SigningKeys, SigningWindow } from './signer.ts';

export interface PostPolicy {
  /** Form field `policy`: Base64 of the JSON. */
  readonly policy: string;
  /** Form field `q-key-time`. */
  readonly keyTime: string;
  /** Form field `q-signature`. */
  readonly signature: string;
}

/**
 * Signs a POST Object policy (COS documentation 14690): one signature lets any number of files into a prefix for as long
 * as the window. The vendor's SDK does not sign forms, so this does, by the browser's own HMAC.
 *
 * @param policyText the policy as JSON text; the signature is over exactly these bytes
 */
export async function signPostPolicy(
  keys: SigningKeys,
  policyText: string,
  { startSeconds, endSeconds }: SigningWindow,
): Promise<PostPolicy> {
  const keyTime = `${startSeconds};${endSeconds}`;
  const signKey = await hmacSha1Hex(keys.secretKey, keyTime);
  const stringToSign = hex(await crypto.subtle.digest('SHA-1', utf8(policyText)));
  return { policy: utf8Base64(policyText), keyTime, signature: await hmacSha1Hex(signKey, stringToSign) };
}

/**
 * What this app lets a form do: any object below the prefix, of any type, until the window ends.
 *
 * @param controls fields that decide how the object is written; the form has to carry exactly these values
 */
export function uploadPolicyText(
  bucket: string,
  prefix: string,
  secretId: string,
  { startSeconds, endSeconds }: SigningWindow,
  controls: Readonly<Record<string, string>> = {},
): string {
  return JSON.stringify({
    expiration: new Date(endSeconds * 1000).toISOString(),
    conditions: [
      { bucket },
      ['starts-with', '$key', prefix],
      ['starts-with', '$Content-Type', ''],
      ...Object.entries(controls).map(([name, value]) => ({ [name]: value })),
      { 'q-sign-algorithm': 'sha1' },
      { 'q-ak': secretId },
      { 'q-sign-time': `${startSeconds};${endSeconds}` },
    ],
  });
}

async function hmacSha1Hex(secret: string, message: string): Promise<string> {
  const key = await crypto.subtle.importKey('raw', utf8(secret), { name: 'HMAC', hash: 'SHA-1' }, false, ['sign']);
  return hex(await crypto.subtle.sign('HMAC', key, utf8(message)));
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function hex(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Base64 of a text's UTF-8: the form field `policy`. */
export function utf8Base64(text: string): string {
  return btoa([...utf8(text)].map((byte) => String.fromCharCode(byte)).join(''));
}
