import type { ArrangeAnswer, ArrangeRequest } from './arrangeMessages.ts';
import { arrangeRows } from './arrangeRows.ts';
import type { RowBlock } from './RowBlock.ts';

/** Long enough to get on, short enough that a newer wish is heard. */
const SLICE_MS = 40;

const blocks: RowBlock[] = [];
/** Only the newest wish counts. */
let newest = 0;

globalThis.addEventListener('message', ({ data }: MessageEvent<ArrangeRequest>) => {
  for (const [number, columns] of data.blocks) blocks[number] = { columns };
  newest = data.id;
  work(data).catch((error: unknown) => answer({ id: data.id, type: 'failed', message: String(error) }));
});

async function work({ id, rows, wish }: ArrangeRequest): Promise<void> {
  const steps = arrangeRows(blocks, rows, wish);
  let pausedAt = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) {
      answer({ id, type: 'arranged', rows: step.value });
      return;
    }
    if (performance.now() - pausedAt < SLICE_MS) continue;
    answer({ id, type: 'progress', fraction: step.value });
    // oxlint-disable-next-line no-await-in-loop -- lets the next message in
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    if (id !== newest) return;
    pausedAt = performance.now();
  }
}

function answer(message: ArrangeAnswer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
  (globalThis as unknown as { postMessage(message: ArrangeAnswer): void }).postMessage(message);
}
