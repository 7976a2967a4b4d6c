import { isJoinerInPlace } from '#lib/isJoinerInPlace.ts';

/** A piece of a name as it is drawn: plain text, or a mark that stands for something invisible. */
export interface NamePiece {
  readonly text: string;
  readonly isMark: boolean;
}

export interface DisplayName {
  readonly pieces: readonly NamePiece[];
  /** The pieces in one string, for accessible names and messages. Empty for an empty name. */
  readonly text: string;
}

/**
 * A name in which nothing is invisible and nothing can reorder or break the line around it.
 *
 * [Note: Odd names are shown, not hidden] Other people name the objects. Control characters become their symbols,
 * direction overrides and zero-width characters become `⟨U+202E⟩`, spaces at the ends become `␣`. Joiners stay where
 * writing needs them: inside emoji, and between letters of scripts that join. The key itself is never changed: every
 * request uses its exact bytes.
 */
export function displayName(name: string): DisplayName {
  const leading = name.length - name.trimStart().length;
  const trailing = name.trimEnd().length;
  const characters = Array.from(name);
  const pieces: { text: string; isMark: boolean }[] = [];
  let at = 0;
  for (const [index, character] of characters.entries()) {
    const isEdgeSpace = at < leading || at >= trailing;
    const mark = markFor(character, isEdgeSpace, characters[index - 1], characters[index + 1]);
    const isMark = mark !== undefined;
    const last = pieces.at(-1);
    if (last !== undefined && !isMark && !last.isMark) last.text += character;
    else pieces.push({ text: mark ?? character, isMark });
    at += character.length;
  }
  return { pieces, text: pieces.map((piece) => piece.text).join('') };
}

// `\p{Cf}` are format characters (direction marks, joiners, tags), `\p{Cs}` lone surrogates, `\p{Zl}\p{Zp}` line breaks.
// Default-ignorable covers the fillers that fonts draw as nothing; U+2800 is the empty Braille cell.
const INVISIBLE = /^(?:\p{Cf}|\p{Cs}|\p{Zl}|\p{Zp}|\p{Default_Ignorable_Code_Point}|\u2800)$/u;
const NONCHARACTER = /^\p{Noncharacter_Code_Point}$/u;

function markFor(
  character: string,
  isEdgeSpace: boolean,
  before: string | undefined,
  after: string | undefined,
): string | undefined {
  const code = character.codePointAt(0) ?? 0;
  if (isPlain(code) || (code === 0x20 && !isEdgeSpace)) return undefined;
  // The Unicode block "Control Pictures" mirrors C0.
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  if (isEdgeSpace && /^\s$/u.test(character)) return code === 0x20 ? '\u2423' : codePoint(code);
  if (code >= 0x80 && code < 0xa0) return codePoint(code);
  if (character === '\u200D' || character === '\u200C')
    return isJoinerInPlace(character, before, after) ? undefined : codePoint(code);
  if (isVariationInPlace(code, before)) return undefined;
  if (INVISIBLE.test(character) || NONCHARACTER.test(character)) return codePoint(code);
  return undefined;
}

/** Most characters of most names, told without a regular expression: every row of a list comes through here. */
function isPlain(code: number): boolean {
  return (
    (code > 0x20 && code < 0x7f) ||
    (code >= 0xae && code <= 0x2ff) ||
    (code >= 0x3041 && code <= 0x30ff) ||
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7a3)
  );
}

/** Variation selectors choose the picture of an emoji or the form of a Han character; elsewhere they hide. */
function isVariationInPlace(code: number, before = ''): boolean {
  if (code === 0xfe0e || code === 0xfe0f) return /^\p{Emoji}$/u.test(before);
  return code >= 0xe0100 && code <= 0xe01ef && /^\p{Script=Han}$/u.test(before);
}

function codePoint(code: number): string {
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
