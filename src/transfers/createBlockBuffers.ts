import type { TransferRun } from './TransferRun.ts';

/** Memory for the blocks of one download, used again and again. */
export interface BlockBuffers {
  /** So many bytes, at most a block's; whatever is in them is to be overwritten. */
  readonly take: (bytes: number) => Uint8Array<ArrayBuffer>;
  /** Its bytes are written, and nobody else holds them. */
  readonly giveBack: (bytes: Uint8Array<ArrayBuffer>) => void;
}

/** A run that fetches blocks. */
export interface DownloadRun extends TransferRun {
  readonly buffers: BlockBuffers;
}

/**
 * [Note: Buffers come back] A new buffer is cleared, and its pages of memory are mapped one after the other as they are
 * first touched; at hundreds of megabytes per second that costs more than moving the bytes. There are never more than the
 * blocks under way, and they go with the download.
 */
export function createBlockBuffers(blockBytes: number): BlockBuffers {
  const free: ArrayBuffer[] = [];
  return {
    take: (bytes) => new Uint8Array(free.pop() ?? new ArrayBuffer(bytes), 0, bytes),
    giveBack: ({ buffer }) => {
      if (buffer.byteLength === blockBytes) free.push(buffer);
    },
  };
}
