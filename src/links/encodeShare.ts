import { SHARE_PATH } from './sharePath.ts';
import { fromHex } from './signatureText.ts';
import { packText } from './packText.ts';
import type { ShareAddress, SharedObject } from './SharePackage.ts';
import { toBase64Url } from './base64Url.ts';

/** Fields by one letter each, the lists by column: alike stands beside alike, which packs well. */
export type ShareColumns = readonly [names: string[], sizes: number[], signatures: string];

/** The fragment of a share's address, without `#`. `parseShare` reads it. */
export async function encodeShare(share: ShareAddress): Promise<string> {
  const { title, prefix, bucket, region, origin, secretId, sessionToken, startSeconds, endSeconds } = share;
  const terms = {
    v: 1,
    b: bucket,
    r: region,
    o: origin,
    k: secretId,
    t: sessionToken,
    w: [startSeconds, endSeconds],
    n: title,
    p: prefix,
  };
  const rest =
    'manifest' in share
      ? { m: [...shareColumns('', [share.manifest]), share.manifest.digest] }
      : { f: shareColumns(prefix, share.objects) };
  return SHARE_PATH + toBase64Url(await packText(JSON.stringify({ ...terms, ...rest })));
}

/** The list for the bucket; `parseManifest` reads it. It opens nothing without the address, which has the key's names. */
export function encodeManifest(prefix: string, objects: readonly SharedObject[]): Promise<Uint8Array<ArrayBuffer>> {
  return packText(JSON.stringify({ v: 1, f: shareColumns(prefix, objects) }));
}

/** First 16 bytes of SHA-256, base64url. */
export async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).subarray(0, 16));
}

function shareColumns(prefix: string, objects: readonly SharedObject[]): ShareColumns {
  return [
    objects.map(({ key }) => key.slice(prefix.length)),
    objects.map(({ sizeBytes }) => sizeBytes),
    objects.map(({ signature }) => fromHex(signature)).join(''),
  ];
}
