/** Letters typed in quick succession, and when the last one came (ms). */
export interface TypedLetters {
  readonly text: string;
  readonly at: number;
}

const PAUSE_MS = 800;

/** Adds a letter; after a pause a new word begins. */
export function typeLetter(typed: TypedLetters | undefined, letter: string, at: number): TypedLetters {
  const isSameWord = typed !== undefined && at - typed.at < PAUSE_MS;
  return { text: isSameWord ? typed.text + letter : letter, at };
}

/**
 * The row the typed letters jump to: the next whose name starts with them, wrapping round. The same letter again
 * and again walks the names that start with it. -1 when none does.
 */
export function findTyped(nameAt: (index: number) => string, count: number, from: number, text: string): number {
  const wanted = text.toLocaleLowerCase();
  const letters = Array.from(wanted);
  const isOneLetter = letters.every((letter) => letter === letters[0]);
  const start = isOneLetter && letters[0] !== undefined ? letters[0] : wanted;
  // A longer word may still mean the row the keyboard is on; a single letter means the next one.
  const first = isOneLetter ? from + 1 : Math.max(0, from);
  for (let step = 0; step < count; step += 1) {
    const index = (first + step) % count;
    if (nameAt(index).toLocaleLowerCase().startsWith(start)) return index;
  }
  return -1;
}
