import { parseMarkdown } from './parseMarkdown.ts';

/** Text in, blocks out; `undefined` when it cannot be read. A worker, so that a text made to be slow can be ended. */
self.addEventListener('message', ({ data }: MessageEvent<string>) => {
  try {
    self.postMessage(parseMarkdown(data));
  } catch {
    self.postMessage(undefined);
  }
});
