/**
 * Percent-encodes everything outside `A–Z a–z 0–9 - _ . ~`, as UTF-8 with upper-case hex: what COS signatures,
 * query values and RFC 8187 file names share. `encodeURIComponent` leaves `! ' ( ) *` alone, and COS does not.
 * A lone surrogate, which has no UTF-8, becomes U+FFFD.
 */
export function percentEncode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
