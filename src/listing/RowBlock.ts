import type { ObjectColumns } from '#cos/ObjectColumns.ts';

/**
 * [Note: A row is a number] A page of a listing is a block of at most 1,000 rows and stays as it came. A row's number
 * is its block's, times 1,024, plus its place in it: it never changes while the index lives, whatever is sorted, filtered,
 * added or deleted, so a selection is a set of numbers.
 */
export interface RowBlock {
  readonly columns: ObjectColumns;
}

export const BLOCK_BITS = 10;
export const BLOCK_MASK = (1 << BLOCK_BITS) - 1;
/** What a page of COS holds at most; a block must not be larger. */
export const MAX_BLOCK_ROWS = 1000;

const decoder = new TextDecoder();

/** The name of a row as listed: behind the prefix, a folder's with its delimiter. */
export function nameInBlock({ columns: { names, ends } }: RowBlock, at: number): string {
  return textOf(names, at === 0 ? 0 : (ends[at - 1] ?? 0), ends[at] ?? 0);
}

function textOf(bytes: Uint8Array, start: number, end: number): string {
  // Short ASCII names, nearly all there are, cost less letter by letter than a call of the decoder.
  if (end - start > 24) return decoder.decode(bytes.subarray(start, end));
  let text = '';
  for (let byte = start; byte < end; byte += 1) {
    const code = bytes[byte] ?? 0;
    if (code > 127) return decoder.decode(bytes.subarray(start, end));
    text += String.fromCharCode(code);
  }
  return text;
}

const DOT = 46;

/** What is behind the last dot of an object's name, in lower case; '' for none. */
export function extensionInBlock(block: RowBlock, at: number): string {
  const { names, ends } = block.columns;
  const start = at === 0 ? 0 : (ends[at - 1] ?? 0);
  const end = ends[at] ?? start;
  let dot = end - 1;
  while (dot >= start && names[dot] !== DOT) dot -= 1;
  return dot < start ? '' : textOf(names, dot + 1, end).toLowerCase();
}

/** Compares two names by their bytes, which is the order of COS. */
export function compareInBlocks(a: RowBlock, atA: number, b: RowBlock, atB: number): number {
  let left = atA === 0 ? 0 : (a.columns.ends[atA - 1] ?? 0);
  let right = atB === 0 ? 0 : (b.columns.ends[atB - 1] ?? 0);
  const leftEnd = a.columns.ends[atA] ?? 0;
  const rightEnd = b.columns.ends[atB] ?? 0;
  while (left < leftEnd && right < rightEnd) {
    const difference = (a.columns.names[left] ?? 0) - (b.columns.names[right] ?? 0);
    if (difference !== 0) return difference;
    left += 1;
    right += 1;
  }
  return leftEnd - left - (rightEnd - right);
}
