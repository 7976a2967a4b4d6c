import { createTrustedWorker } from '#lib/trustedWorkerUrl.ts';
import type { MarkdownBlock } from './MarkdownBlock.ts';
// oxlint-disable-next-line import/default -- Vite makes this export; the suffix asks for the worker's address.
import workerUrl from './markdown.worker.ts?worker&url';

const PATIENCE_MS = 3000;

/**
 * A Markdown text as blocks; undefined when it cannot be read, or not in three seconds: some texts are made to take
 * hours. Rejects with the signal's reason.
 */
export function readMarkdown(text: string, signal: AbortSignal): Promise<readonly MarkdownBlock[] | undefined> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = createTrustedWorker(workerUrl);
    const timer = setTimeout(() => end(() => resolve(undefined)), PATIENCE_MS);
    const onAbort = (): void => end(() => reject(signal.reason as Error));
    function end(settle: () => void): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      worker.terminate();
      settle();
    }
    signal.addEventListener('abort', onAbort);
    worker.addEventListener('message', ({ data }: MessageEvent<readonly MarkdownBlock[] | undefined>) =>
      end(() => resolve(data)),
    );
    worker.addEventListener('error', () => end(() => resolve(undefined)));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
    worker.postMessage(text);
  });
}
