/**
 * One word of a POSIX shell, whatever it holds: in single quotes nothing is special but the quote itself. Line ends and
 * other controls would still disturb a terminal, so they must be gone before (`safeFileName`).
 */
export function quoteForShell(word: string): string {
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
