import { abortable } from '#lib/abortable.ts';
import { createChanges } from './createChanges.ts';
import type { DownloadBlock } from './DownloadJob.ts';

/** Lets blocks be written one after the other, as a sink wants them that cannot go back. */
export interface BlockOrder {
  /** Resolves when every block before this one is written. Rejects with the signal's reason. */
  readonly turn: (block: DownloadBlock, signal: AbortSignal) => Promise<void>;
  /** One more is written. */
  readonly written: () => void;
}

export function createBlockOrder(blocks: readonly DownloadBlock[]): BlockOrder {
  const changes = createChanges();
  let next = 0;
  const nextMissing = (): DownloadBlock | undefined => {
    while (blocks[next]?.isWritten) next += 1;
    return blocks[next];
  };
  return {
    turn: async (block, signal) => {
      signal.throwIfAborted();
      while (nextMissing() !== block) await abortable(changes.next(), signal);
    },
    written: changes.tell,
  };
}
