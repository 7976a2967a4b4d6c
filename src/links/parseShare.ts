import { isAddressable, keyByteLength, MAX_KEY_BYTES } from '#cos/objectKey.ts';
import { digestOf } from './encodeShare.ts';
import { shareFailure } from './shareFailure.ts';
import { isSize, readTerms, TERM_FIELDS } from './readTerms.ts';
import { shareLimits } from './shareLimits.ts';
import type { ShareAddress, SharedObject, ShareManifest } from './SharePackage.ts';
import { SHARE_PATH } from './sharePath.ts';
import { SIGNATURE_LETTERS, toHex } from './signatureText.ts';
import { unpackFragment, unpackJson } from './unpackJson.ts';

const DIGEST = /^[\w-]{22}$/;

/**
 * Reads the fragment of a share's address.
 *
 * [Note: The fragment is anybody's] Whoever writes a link chooses all of it. So it is read strictly and within limits,
 * nothing of it is ever more than text on the page, and its host is asked only when `shareConnection` finds it among those
 * of the deployment.
 *
 * @param fragment without `#`: `/s/…`
 * @throws FailureError `ShareDamaged`, `ShareNewer`
 */
export async function parseShare(fragment: string): Promise<ShareAddress> {
  const found = versionOne(await unpackFragment(fragment, SHARE_PATH, shareLimits, damaged));
  const terms = readTerms(found);
  const { f, m, ...rest } = found;
  if (terms === undefined || Object.keys(rest).length !== TERM_FIELDS || (f === undefined) === (m === undefined))
    throw damaged('its fields');
  if (m === undefined) return { ...terms, objects: objectsOf(terms.prefix, f) };
  if (!Array.isArray(m)) throw damaged('its list');
  const columns: readonly unknown[] = m;
  const digest = columns[3];
  const [list, ...others] = objectsOf('', columns.slice(0, 3));
  const isOne = columns.length === 4 && others.length === 0 && typeof digest === 'string' && DIGEST.test(digest);
  if (list === undefined || !isOne || list.sizeBytes > shareLimits.manifestBytes) throw damaged('its list');
  return { ...terms, manifest: { ...list, digest } };
}

/**
 * Reads the list a share keeps in the bucket.
 *
 * @throws FailureError `ShareDamaged`, also when the list is not the one the address was made with
 */
export async function parseManifest(
  bytes: Uint8Array<ArrayBuffer>,
  { digest }: Pick<ShareManifest, 'digest'>,
  prefix: string,
): Promise<readonly SharedObject[]> {
  if ((await digestOf(bytes)) !== digest) throw damaged('its list in the bucket');
  const { v: _version, f, ...rest } = versionOne(await unpackJson(bytes, shareLimits.unpackedManifestBytes, damaged));
  if (Object.keys(rest).length > 0) throw damaged('its list in the bucket');
  return objectsOf(prefix, f);
}

/** The fields of a share or a list, as far as this version knows them. */
function versionOne(json: unknown): Readonly<Record<string, unknown>> {
  if (typeof json !== 'object' || json === null || !Object.hasOwn(json, 'v')) throw damaged('its fields');
  const fields = json as Readonly<Record<string, unknown>>;
  if (typeof fields['v'] === 'number' && fields['v'] > 1) throw shareFailure('ShareNewer', `Version ${fields['v']}`);
  if (fields['v'] !== 1) throw damaged('its fields');
  return fields;
}

/** @param columns names below `prefix`, sizes, signatures */
function objectsOf(prefix: string, columns: unknown): SharedObject[] {
  if (!Array.isArray(columns) || columns.length !== 3) throw damaged('its lists');
  const [names, sizes, signatures] = columns as readonly unknown[];
  const areLists = Array.isArray(names) && Array.isArray(sizes) && typeof signatures === 'string';
  if (!areLists || names.length === 0 || names.length > shareLimits.objects) throw damaged('its lists');
  if (sizes.length !== names.length || signatures.length !== names.length * SIGNATURE_LETTERS)
    throw damaged('its lists');
  const seen = new Set<string>();
  return names.map((name: unknown, at) => {
    const sizeBytes: unknown = sizes[at];
    const signature = toHex(signatures.slice(at * SIGNATURE_LETTERS, (at + 1) * SIGNATURE_LETTERS));
    const key = typeof name === 'string' ? prefix + name : '';
    const isKey = isAddressable(key) && keyByteLength(key) <= MAX_KEY_BYTES && !seen.has(key);
    if (signature === undefined || !isKey || !isSize(sizeBytes)) throw damaged('its objects');
    seen.add(key);
    return { key, sizeBytes, signature };
  });
}

function damaged(what: string, cause?: unknown) {
  return shareFailure('ShareDamaged', `The address is not whole: ${what}`, cause);
}
