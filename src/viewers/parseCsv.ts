export interface CsvTable {
  readonly delimiter: string;
  readonly rows: readonly (readonly string[])[];
  /** Cells of the longest row. */
  readonly columnCount: number;
}

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Comma-separated values (RFC 4180), leniently: any delimiter of the usual four, any line end, quotes anywhere. */
export function parseCsv(text: string): CsvTable {
  const delimiter = guessDelimiter(text);
  const rows: string[][] = [];
  let row: string[] = [];
  const pattern = cellPattern(delimiter);
  let columnCount = 0;
  const endRow = (): void => {
    columnCount = Math.max(columnCount, row.length);
    rows.push(row);
    row = [];
  };
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  while (pattern.lastIndex < source.length) {
    const at = pattern.lastIndex;
    const match = pattern.exec(source);
    if (match === null) break;
    const [, quoted, plain = '', end = ''] = match;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"') + plain);
    if (end !== delimiter) endRow();
    // A delimiter at the very end still begins one more, empty cell.
    else if (pattern.lastIndex >= source.length) {
      row.push('');
      endRow();
    }
    if (pattern.lastIndex === at) break;
  }
  return { delimiter, rows, columnCount };
}

/** A quoted part, then anything up to a delimiter, a line end or the end. An open quote at the end closes there. */
function cellPattern(delimiter: string): RegExp {
  const sign = delimiter === '|' ? '\\|' : delimiter;
  return new RegExp(`(?:"([^"]*(?:""[^"]*)*)(?:"|$))?([^${sign}\\r\\n]*)(${sign}|\\r\\n|\\n|\\r|$)`, 'gy');
}

/** The sign that splits the first lines most often and most evenly. */
function guessDelimiter(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|\n|\r/, 20)
    .filter((line) => line !== '');
  const scored = DELIMITERS.map((sign) => {
    const counts = lines.map((line) => line.replaceAll(/"[^"]*"/g, '').split(sign).length - 1);
    const first = counts[0] ?? 0;
    return { sign, score: first === 0 ? 0 : first * counts.filter((count) => count === first).length };
  });
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).sign;
}
