export interface TextBlock {
  /** 1-based number of its first line. */
  readonly firstLine: number;
  readonly lineCount: number;
  /** Without the line end at its end. */
  readonly text: string;
}

const LINES_PER_BLOCK = 200;

/**
 * A text in blocks of 200 lines. The page lays out only the blocks in sight, so a megabyte opens at once, and the whole
 * of it is still there for the browser's own search.
 */
export function textBlocks(text: string): readonly TextBlock[] {
  const lines = text.split(/\r\n|\n|\r/);
  // A text that ends with a line end has no empty line behind it.
  if (lines.length > 1 && lines.at(-1) === '') lines.pop();
  const blocks: TextBlock[] = [];
  for (let at = 0; at < lines.length; at += LINES_PER_BLOCK) {
    const part = lines.slice(at, at + LINES_PER_BLOCK);
    blocks.push({ firstLine: at + 1, lineCount: part.length, text: part.join('\n') });
  }
  return blocks;
}
