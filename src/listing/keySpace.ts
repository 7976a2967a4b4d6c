import { compareKeys } from '#cos/compareKeys.ts';

/** Behind every name that goes on from here; the last character that XML and URLs carry unchanged. */
const LAST = '\u{10FFFD}';
/** As many letters as a double can tell apart. */
const LETTERS = 10;

/** What names here are made of. */
export interface Alphabet {
  /** Letters that stand at this place, counted from the beginning of the name, in the order of their code points. */
  readonly lettersAt: (place: number) => readonly number[];
}

/** A stretch of names: behind `low`, up to `high` and including it; to the end when that is undefined. */
export interface Stretch {
  readonly low: string;
  readonly high: string | undefined;
}

/**
 * A name between `low` and `high`, about half-way if the letters in use are equally frequent. Nobody needs to have it.
 *
 * @returns undefined when there is none
 */
export function middleOf({ low, high }: Stretch, alphabet: Alphabet): string | undefined {
  const shared = high === undefined ? '' : sharedPrefix(low, high);
  const from = fractionOf(low, shared, alphabet);
  const to = high === undefined ? 1 : fractionOf(high, shared, alphabet);
  let rest = (from + to) / 2;
  let name = shared;
  const first = countLetters(shared);
  for (let place = first; place < first + LETTERS; place += 1) {
    const letters = alphabet.lettersAt(place);
    rest *= letters.length + 2;
    const digit = Math.min(Math.floor(rest), letters.length);
    rest -= digit;
    name += String.fromCodePoint(letters[Math.max(0, digit - 1)] ?? 0);
    if (isBetween(name, low, high)) return name;
  }
  return undefined;
}

/**
 * A name behind all that begin with half of what the names seen so far have in common: where a long common beginning
 * hides that the rest of the stretch is empty, one question tells.
 */
export function endOfShared({ low, high }: Stretch, seen: string): string | undefined {
  const known = high === undefined ? 0 : sharedPrefix(low, high).length;
  const length = known + Math.ceil((seen.length - known) / 2);
  const name =
    seen
      .slice(0, length)
      .toWellFormed()
      .replace(/\uFFFD$/, '') + LAST;
  return length > known && isBetween(name, low, high) ? name : undefined;
}

/** How much of a stretch is still to come: 3 when what lies behind `at` is three times what lies before. */
export function remainingShare(start: string, at: string, high: string | undefined, alphabet: Alphabet): number {
  if (high === undefined) return Number.POSITIVE_INFINITY;
  const shared = sharedPrefix(start, high);
  const [from, here, to] = [start, at, high].map((name) => fractionOf(name, shared, alphabet)) as [
    number,
    number,
    number,
  ];
  return here > from ? (to - here) / (here - from) : Number.POSITIVE_INFINITY;
}

export function sharedPrefix(a: string, b: string): string {
  let length = 0;
  while (length < a.length && length < b.length && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  // Half a character is none.
  if (length > 0 && /[\uD800-\uDBFF]/.test(a.charAt(length - 1))) length -= 1;
  return a.slice(0, length);
}

/** A name as a number in [0, 1): its letters behind `shared` as digits. */
function fractionOf(name: string, shared: string, { lettersAt }: Alphabet): number {
  const first = countLetters(shared);
  let fraction = 0;
  let weight = 1;
  let place = first;
  for (const letter of name.slice(shared.length)) {
    const letters = lettersAt(place);
    weight /= letters.length + 2;
    fraction += digitOf(letter.codePointAt(0) ?? 0, letters) * weight;
    place += 1;
    if (place === first + LETTERS) break;
  }
  return fraction;
}

/** By code points, as places are counted. */
function countLetters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** 1 for the first letter in use; what is behind all of them gets a digit of its own. */
function digitOf(code: number, letters: readonly number[]): number {
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((letters[middle] ?? 0) < code) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}

function isBetween(name: string, low: string, high: string | undefined): boolean {
  return compareKeys(name, low) > 0 && (high === undefined || compareKeys(name, high) < 0);
}
