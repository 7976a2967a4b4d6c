import { readLimitedText } from '#lib/readLimitedText.ts';
import { fromBase64Url } from './base64Url.ts';

/** The failure of an address that is not whole: what of it is wrong, and why. */
export type Damaged = (what: string, cause?: unknown) => Error;

export interface FragmentLimits {
  readonly fragmentLength: number;
  /** What it may unpack to. */
  readonly fragmentBytes: number;
}

/**
 * What JSON a fragment holds behind `path`; `packText` packed it.
 *
 * @param fragment without `#`
 * @throws what `damaged` makes
 */
export async function unpackFragment(
  fragment: string,
  path: string,
  { fragmentLength, fragmentBytes }: FragmentLimits,
  damaged: Damaged,
): Promise<unknown> {
  const text = fragment.slice(path.length);
  if (!fragment.startsWith(path) || text.length > fragmentLength) throw damaged('its length');
  const bytes = fromBase64Url(text);
  if (bytes === undefined || bytes.length === 0) throw damaged('its letters');
  return unpackJson(bytes, fragmentBytes, damaged);
}

/**
 * What JSON packed bytes hold. Stops at `maxBytes`: a thousand bytes can unpack to a million.
 *
 * @throws what `damaged` makes
 */
export async function unpackJson(bytes: Uint8Array<ArrayBuffer>, maxBytes: number, damaged: Damaged): Promise<unknown> {
  try {
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
    const json: unknown = JSON.parse(await readLimitedText(unpacked, maxBytes));
    return json;
  } catch (error) {
    throw damaged('its contents', error);
  }
}
