import type { DownloadBlock } from './DownloadJob.ts';
import type { KeptRange } from './JournaledDownload.ts';

/** The bytes from `start` to `end` (exclusive), in pieces of `blockBytes`. */
export function planBlocks(start: number, end: number, blockBytes: number): DownloadBlock[] {
  const blocks: DownloadBlock[] = [];
  for (let at = start; at < end; at += blockBytes) {
    blocks.push({ start: at, end: Math.min(at + blockBytes, end), filled: 0, isWritten: false });
  }
  return blocks;
}

/** The whole object as blocks: ranges an earlier page has kept are still to be checked, the gaps are to be fetched. */
export function planAround(kept: readonly KeptRange[], sizeBytes: number, blockBytes: number): DownloadBlock[] {
  const blocks: DownloadBlock[] = [];
  let at = 0;
  for (const { start, end, crc64 } of kept) {
    blocks.push(...planBlocks(at, start, blockBytes));
    blocks.push({ start, end, filled: end - start, isWritten: true, isUnchecked: true, crc64 });
    at = end;
  }
  blocks.push(...planBlocks(at, sizeBytes, blockBytes));
  return blocks;
}
