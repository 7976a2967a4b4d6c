/**
 * Text of somebody else's making, fit for a message: control characters and direction overrides gone, white space
 * collapsed, at most `maxLength` letters.
 */
export function plainText(text: string, maxLength = 300): string {
  const clean = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
  return clean.length > maxLength ? `${clean.slice(0, maxLength - 1).toWellFormed()}…` : clean;
}
