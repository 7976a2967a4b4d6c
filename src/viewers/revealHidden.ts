/* oxlint-disable no-control-regex -- these are the characters it is about */
/** Text as it is drawn: plain, or a mark that stands for something a reader would not see. */
export interface TextPiece {
  readonly text: string;
  readonly isMark: boolean;
}

/** Controls, direction overrides and characters of no width; tabs and line ends stay. */
const HIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/g;

/**
 * [Note: A text shows what it holds] Direction overrides make a line of code read as another one (CVE-2021-42574), so
 * what is hidden is drawn as `⟨U+202E⟩`, and never obeyed.
 */
export function revealHidden(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const match of text.matchAll(HIDDEN)) {
    if (match.index > at) pieces.push({ text: text.slice(at, match.index), isMark: false });
    const code = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    pieces.push({ text: `⟨U+${code}⟩`, isMark: true });
    at = match.index + 1;
  }
  if (at < text.length || pieces.length === 0) pieces.push({ text: text.slice(at), isMark: false });
  return pieces;
}
