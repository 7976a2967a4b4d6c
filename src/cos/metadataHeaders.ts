import { percentEncode } from '#lib/percentEncode.ts';

/** Names and values together; newer documents allow more, older ones do not (COS documentation 7749). */
export const MOST_METADATA_BYTES = 2048;

/**
 * User metadata as headers, or as fields of a form (COS documentation 13361). Header values are ASCII, so a value with
 * anything else in it is percent-encoded as a whole, as the documentation advises.
 */
export function metadataHeaders(metadata: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(metadata).map(([name, value]) => [`x-cos-meta-${name.toLowerCase()}`, metadataValue(value)]),
  );
}

/** What somebody wrote, from a value as it travels; one that is no percent-encoding is taken as it is. */
export function readMetadataValue(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** How COS counts metadata: names without `x-cos-meta-`, and values as they travel, in bytes. */
export function metadataBytes(stored: Readonly<Record<string, string>>): number {
  return Object.entries(stored).reduce((sum, [name, value]) => sum + name.length + value.length, 0);
}

/** A value as it travels. A per cent sign is encoded too, so that decoding gives back what was written. */
export function metadataValue(value: string): string {
  return /^[\x20-\x24\x26-\x7e]*$/.test(value) && value.trim() === value ? value : percentEncode(value);
}
