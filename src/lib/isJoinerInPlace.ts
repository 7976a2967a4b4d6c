const ZERO_WIDTH_JOINER = '\u200D';
const EMOJI_BEFORE_JOINER = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]$/u;
const PICTOGRAPH = /^\p{Extended_Pictographic}$/u;
const JOINING_SCRIPT =
  /^[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}]$/u;

/**
 * Whether an invisible joiner (U+200C, U+200D) stands where writing needs it: inside an emoji made of several, or between
 * letters of a script that joins its letters. Anywhere else it only hides.
 *
 * @param before the character on its left, '' for none
 */
export function isJoinerInPlace(joiner: string, before = '', after = ''): boolean {
  if (joiner === ZERO_WIDTH_JOINER && EMOJI_BEFORE_JOINER.test(before) && PICTOGRAPH.test(after)) return true;
  return JOINING_SCRIPT.test(before) && JOINING_SCRIPT.test(after);
}
