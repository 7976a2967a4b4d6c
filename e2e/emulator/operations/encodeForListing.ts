/**
 * A key as listings write it under `encoding-type=url` (COS documentation 30614): UTF-8 percent-encoded, space as
 * `%20`, `/` kept. Which other reserved characters stay is not documented; encoding them all is what every decoder reads.
 */
export function encodeForListing(text: string): string {
  return encodeURIComponent(text.toWellFormed())
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%2F', '/');
}
