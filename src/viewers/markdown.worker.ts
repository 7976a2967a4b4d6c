import type { MarkdownBlock } from './MarkdownBlock.ts';
import { parseMarkdown } from './parseMarkdown.ts';

/** Text in, blocks out; `undefined` when it cannot be read. A worker, so that a text made to be slow can be ended. */
self.addEventListener('message', ({ data }: MessageEvent<string>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
  self.postMessage(blocksOf(data));
});

function blocksOf(text: string): readonly MarkdownBlock[] | undefined {
  try {
    return parseMarkdown(text);
  } catch {
    return undefined;
  }
}
