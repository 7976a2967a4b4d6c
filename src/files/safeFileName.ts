import { isJoinerInPlace } from '#lib/isJoinerInPlace.ts';

/** Most file systems stop at 255; room is left for the ` (1)` and `.crdownload` that browsers add. */
const MAX_BYTES = 200;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
/** Controls, what Windows and macOS refuse in names, and path separators of any system. */
// oxlint-disable-next-line no-control-regex -- these are the characters it is about
const REFUSED = /[\u0000-\u001f\u007f-\u009f<>:"/\\|?*\ufffe\uffff]/g;
/** Marks that make a name read differently from what it is: `x\u202Egnp.exe` looks like `xexe.png`. */
const INVISIBLE = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

const encoder = new TextEncoder();

/**
 * A name that is safe to save under on any system, made from whatever an object is called: no path, no control or
 * direction marks, no reserved or hidden name, not too long. Keeps the true extension, and the joiners that hold an emoji
 * or a word together.
 */
export function safeFileName(name: string): string {
  const plain = name
    .toWellFormed()
    .replace(INVISIBLE, keepNeededJoiner)
    .replace(REFUSED, '_')
    .replace(/^[\s.]+/, (start) => (start.includes('.') ? '_' : ''))
    .replace(/[\s.]+$/, '');
  if (plain === '' || plain === '_') return 'download';
  return shorten(RESERVED.test(plain) ? `_${plain}` : plain);
}

function keepNeededJoiner(mark: string, at: number, name: string): string {
  if (mark !== '\u200C' && mark !== '\u200D') return '';
  const before = Array.from(name.slice(Math.max(0, at - 2), at)).at(-1);
  const [after] = name.slice(at + 1, at + 3);
  return isJoinerInPlace(mark, before, after) ? mark : '';
}

function shorten(name: string): string {
  if (encoder.encode(name).length <= MAX_BYTES) return name;
  const extension = /\.[^.]{1,20}$/.exec(name)?.[0] ?? '';
  const room = MAX_BYTES - encoder.encode(extension).length;
  let stem = '';
  let used = 0;
  for (const letter of name.slice(0, name.length - extension.length)) {
    used += encoder.encode(letter).length;
    if (used > room) break;
    stem += letter;
  }
  return stem.replace(/[\u200C\u200D]$/, '') + extension;
}
