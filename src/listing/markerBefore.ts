import type { ObjectKey } from '#cos/objectKey.ts';

/** The last character of Unicode that XML and URLs carry unchanged. */
const LAST = '\u{10FFFD}';
const FIRST_PRINTABLE = 0x21;

/**
 * A list marker (exclusive) as close before `key` as can be written, so that a listing from there begins with `key` if
 * it exists. Names between the two are possible and harmless: they only take room on the page.
 *
 * @returns `''`, the beginning, when nothing nearer can be written
 */
export function markerBefore(key: ObjectKey): string {
  const letters = Array.from(key);
  const last = letters.pop()?.codePointAt(0) ?? 0;
  const head = letters.join('');
  // Surrogates are no characters of their own; what comes before U+E000 is U+D7FF.
  const before = last === 0xe000 ? 0xd7ff : last - 1;
  return before < FIRST_PRINTABLE ? head : head + String.fromCodePoint(before) + LAST;
}
