import type { ObjectColumns } from './ObjectColumns.ts';

const MD5_LETTERS = 32;
const HEX = '0123456789abcdef';

/**
 * Writes an ETag such as `9a0364b9e99bb480dd25e1f0284c8555` or `…8555-12` into 16 bytes at `row`.
 *
 * @returns the part count behind the dash, 0 without one; undefined when the ETag has another form and nothing was written
 */
export function packEtag(etag: string, md5s: Uint8Array, row: number): number | undefined {
  const partCount = readPartCount(etag);
  if (partCount === undefined) return undefined;
  for (let at = 0; at < MD5_LETTERS; at += 2) {
    const high = nibble(etag.charCodeAt(at));
    const low = nibble(etag.charCodeAt(at + 1));
    if (high < 0 || low < 0) return undefined;
    md5s[row * 16 + at / 2] = high * 16 + low;
  }
  return partCount;
}

/** The ETag of a row, exactly as it was listed. */
export function etagAt({ md5s, partCounts, oddEtags }: ObjectColumns, row: number): string {
  const odd = oddEtags.get(row);
  if (odd !== undefined) return odd;
  let etag = '';
  for (const byte of md5s.subarray(row * 16, row * 16 + 16)) etag += HEX.charAt(byte >> 4) + HEX.charAt(byte & 15);
  const partCount = partCounts[row] ?? 0;
  return partCount === 0 ? etag : `${etag}-${partCount}`;
}

function readPartCount(etag: string): number | undefined {
  if (etag.length === MD5_LETTERS) return 0;
  const [, digits] = /^.{32}-([1-9]\d{0,4})$/.exec(etag) ?? [];
  const count = Number(digits);
  return count <= 10_000 ? count : undefined;
}

/** Lower-case letters only: what comes out must be what went in. */
function nibble(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  return code >= 97 && code <= 102 ? code - 87 : -1;
}
