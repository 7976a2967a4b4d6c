/**
 * Orders keys as COS lists them: by the bytes of their UTF-8, which is the order of code points. JavaScript compares
 * UTF-16 units, where an emoji comes before `～` (U+FF5E) and after it in UTF-8.
 */
export function compareKeys(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let at = 0;
  while (at < length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  if (at === length) return a.length - b.length;
  const [left, right] = [a.charCodeAt(at), b.charCodeAt(at)];
  // A surrogate is half of a code point above U+FFFF, so it comes after every other unit.
  if (isSurrogate(left) !== isSurrogate(right)) return isSurrogate(left) ? 1 : -1;
  return left - right;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
