import { fromBase64Url, toBase64Url } from './base64Url.ts';

/** Letters of a signature in a share: 20 bytes in base64url. */
export const SIGNATURE_LETTERS = 27;

/** 40 hex digits, shorter. */
export function fromHex(signature: string): string {
  const bytes = Uint8Array.from({ length: 20 }, (_, at) => Number.parseInt(signature.slice(2 * at, 2 * at + 2), 16));
  return toBase64Url(bytes);
}

/** The 40 hex digits again; undefined for anything else. */
export function toHex(text: string): string | undefined {
  const bytes = text.length === SIGNATURE_LETTERS ? fromBase64Url(text) : undefined;
  return bytes && Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
