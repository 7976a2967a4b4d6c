declare global {
  /** Set by whoever opens a page that shall run from right to left, before anything of it is loaded. */
  var pseudoDirection: 'rtl' | undefined;
}

/** What makes a sentence longer and easy to tell from one that was never translated. */
const LETTERS: Readonly<Record<string, string>> = {
  a: 'áå',
  e: 'éë',
  i: 'íï',
  o: 'óö',
  u: 'úü',
  y: 'ýÿ',
  l: 'ļł',
  c: 'ç',
  n: 'ñ',
  s: 'š',
  z: 'ž',
  A: 'ÁÅ',
  E: 'ÉË',
  I: 'ÍÏ',
  O: 'ÓÖ',
  U: 'ÚÜ',
  C: 'Ç',
  N: 'Ñ',
  S: 'Š',
};

/** Right-to-left override and its end: Latin letters then run as Hebrew ones do. */
const [OVERRIDE, END] = ['\u202E', '\u202C'];
/** Foreign text stands between these; see `src/text/isolate.ts`. */
const ISOLATED = /(\u2068[^\u2069]*\u2069)/;

/**
 * The same words in a language nobody speaks: `⟦Dóöwñlóöåád⟧`, about 40 % longer. Strings become longer strings, functions
 * answer longer ones, records are walked. What a function is given stays as it is: names, sizes, dates.
 *
 * With `pseudoDirection` set before the page begins, each sentence runs from right to left.
 */
export function pseudoWords<Words>(words: Words): Words {
  return change(words, []) as Words;
}

function change(value: unknown, given: readonly string[]): unknown {
  if (typeof value === 'string') return lengthen(value, given);
  if (typeof value === 'function') {
    return (...args: readonly unknown[]): unknown => change(Reflect.apply(value, undefined, args), stringsIn(args));
  }
  if (Array.isArray(value)) return value.map((each) => change(each, given));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, change(each, given)]));
}

function lengthen(text: string, given: readonly string[]): string {
  if (text === '') return text;
  const kept = given.filter((each) => each.length > 1 && text.includes(each)).toSorted((a, b) => b.length - a.length);
  const parts = kept.reduce(
    (found, each) => found.flatMap((part) => (part.isKept ? [part] : cut(part.text, each))),
    text.split(ISOLATED).map((part) => ({ text: part, isKept: ISOLATED.test(part) })),
  );
  const long = parts.map((part) =>
    part.isKept ? part.text : part.text.replaceAll(/[a-z]/gi, (letter) => LETTERS[letter] ?? letter),
  );
  const bracketed = `⟦${long.join('')}⟧`;
  return globalThis.pseudoDirection === 'rtl' ? `${OVERRIDE}${bracketed}${END}` : bracketed;
}

/** `text` in pieces, of which those that are `word` stay. */
function cut(text: string, word: string): { readonly text: string; readonly isKept: boolean }[] {
  return text.split(word).flatMap((piece, at) =>
    at === 0
      ? [{ text: piece, isKept: false }]
      : [
          { text: word, isKept: true },
          { text: piece, isKept: false },
        ],
  );
}

/** Every text a function was given, within records as well. */
function stringsIn(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || depth > 3) return [];
  return Object.values(value).flatMap((each) => stringsIn(each, depth + 1));
}
