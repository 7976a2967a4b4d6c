import type { keyboard } from '#text/en/keyboard.ts';

export type KeyboardWords = Readonly<typeof keyboard>;
type Word = keyof KeyboardWords;

/** Keys pressed together. `Mod` is Ctrl, and ⌘ on a Mac; `Letters` stands for any. */
export type Chord = readonly string[];

export interface KeyGroup {
  readonly title: Word;
  /** What it does, and the ways to do it. */
  readonly keys: readonly (readonly [does: Word, ...ways: readonly Chord[]])[];
}

/** Every key of the page, as it is shown. The keys themselves are in `useGridKeys.ts` and beside what they do. */
export const KEY_TABLE: readonly KeyGroup[] = [
  {
    title: 'moving',
    keys: [
      ['moveFocus', ['↓'], ['↑']],
      ['toEnds', ['Home'], ['End']],
      ['byPages', ['PgUp'], ['PgDn']],
      ['byName', ['Letters']],
      ['openFolder', ['Enter']],
      ['parentFolder', ['Backspace'], ['Alt', '↑']],
      ['goTo', ['Mod', 'L']],
      ['search', ['/']],
    ],
  },
  {
    title: 'choosing',
    keys: [
      ['chooseOne', ['Ctrl', 'Space']],
      ['chooseRange', ['Shift', '↓'], ['Shift', '↑']],
      ['chooseAll', ['Mod', 'A']],
      ['chooseNone', ['Esc']],
    ],
  },
  {
    title: 'looking',
    keys: [
      ['quickLook', ['Space']],
      ['details', ['Alt', 'Enter']],
      ['share', ['.']],
    ],
  },
  {
    title: 'changing',
    keys: [
      ['rename', ['F2']],
      ['cut', ['Mod', 'X']],
      ['copy', ['Mod', 'C']],
      ['paste', ['Mod', 'V']],
      ['remove', ['Delete'], ['Mod', 'Backspace']],
      ['undo', ['Mod', 'Z']],
    ],
  },
  {
    title: 'everywhere',
    keys: [
      ['menu', ['Shift', 'F10']],
      ['commands', ['Mod', 'K']],
      ['thisSheet', ['?']],
    ],
  },
];

const MAC_CAPS: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '↵',
  Backspace: '⌫',
  Delete: '⌦',
};

/** What stands on the key. */
export function keyCap(key: string, isMac: boolean): string {
  return (isMac ? MAC_CAPS[key] : undefined) ?? (key === 'Mod' ? 'Ctrl' : key);
}
