import { percentEncode } from '#lib/percentEncode.ts';

/** A key is exactly the bytes COS has; nothing here normalises one. */
export type ObjectKey = string;

/** `''` or a string that ends with the delimiter `/`. */
export type Prefix = string;

export const DELIMITER = '/';

/** Longest key in UTF-8 bytes (COS documentation 13324). */
export const MAX_KEY_BYTES = 850;

const encoder = new TextEncoder();

/** Length in UTF-8 bytes, which is what COS limits; never in letters. */
export function keyByteLength(key: ObjectKey): number {
  return encoder.encode(key).length;
}

/** Last name part: `a/b.txt` → `b.txt`, `a/b/` → `b`. May be empty (`a//`). */
export function baseName(keyOrPrefix: string): string {
  const trimmed = keyOrPrefix.endsWith(DELIMITER) ? keyOrPrefix.slice(0, -1) : keyOrPrefix;
  return trimmed.slice(trimmed.lastIndexOf(DELIMITER) + 1);
}

/** The prefix that contains this key or prefix: `a/b.txt` → `a/`, `a/b/` → `a/`, `a` → `''`. */
export function parentPrefix(keyOrPrefix: string): Prefix {
  const trimmed = keyOrPrefix.endsWith(DELIMITER) ? keyOrPrefix.slice(0, -1) : keyOrPrefix;
  return trimmed.slice(0, trimmed.lastIndexOf(DELIMITER) + 1);
}

/**
 * A key as a URL path: every byte outside `A–Z a–z 0–9 - _ . ~` and `/` percent-encoded, as the signature's
 * decoded path needs it (COS documentation 7778).
 */
export function encodeKeyForPath(key: ObjectKey): string {
  return key.split(DELIMITER).map(percentEncode).join(DELIMITER);
}

/** A segment of one or two dots. */
const DOT_SEGMENT = /(?:^|\/)\.{1,2}(?:\/|$)/;

/**
 * True when `https://host/<key>` parses back to this very key. URL parsers fold `.` and `..` segments (also
 * percent-encoded), so `DELETE` on the key `..` would be `DELETE /`; a lone surrogate cannot be encoded at all.
 * Such keys are listed, marked and never requested.
 */
export function isAddressable(key: ObjectKey): boolean {
  // Everything else is unreserved or percent-encoded, and a parser leaves it alone; asking one is far slower.
  return key !== '' && key.isWellFormed() && !DOT_SEGMENT.test(key);
}
