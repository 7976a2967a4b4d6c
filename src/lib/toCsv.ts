/** At the beginning of the whole: spreadsheets take the text for another encoding without it. */
export const BYTE_ORDER_MARK = '\uFEFF';
/** Spreadsheets take a cell that begins like this for a formula, even after spaces; full-width signs count in some. */
const LOOKS_LIKE_FORMULA = /^[\s\uFEFF]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * Rows as CSV (RFC 4180) that opens in a spreadsheet as what it is: every cell quoted, CRLF, UTF-8 with a byte order
 * mark. Names come from strangers: a cell that a spreadsheet would run as a formula gets a `'` in front.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + csvLines(rows);
}

/** The same without the mark, for a file that is made piece by piece. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('');
}

function toCell(value: string): string {
  const plain = LOOKS_LIKE_FORMULA.test(value) ? `'${value}` : value;
  return `"${plain.replaceAll('"', '""')}"`;
}
