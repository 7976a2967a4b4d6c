import type { DownloadBlock } from './DownloadJob.ts';
import type { KeptRange } from './JournaledDownload.ts';

/** The bytes from `start` to `end` (exclusive), in pieces of `rangeBytes`. */
export function planBlocks(start: number, end: number, rangeBytes: number): DownloadBlock[] {
  const blocks: DownloadBlock[] = [];
  for (let at = start; at < end; at += rangeBytes) {
    blocks.push({ start: at, end: Math.min(at + rangeBytes, end), filled: 0, isWritten: false });
  }
  return blocks;
}

/** The whole object as blocks: ranges an earlier page has kept are still to be checked, the gaps are to be fetched. */
export function planAround(kept: readonly KeptRange[], sizeBytes: number, rangeBytes: number): DownloadBlock[] {
  const blocks: DownloadBlock[] = [];
  let at = 0;
  for (const { start, end, crc64 } of kept) {
    blocks.push(...planBlocks(at, start, rangeBytes));
    blocks.push({ start, end, filled: end - start, isWritten: true, isUnchecked: true, crc64 });
    at = end;
  }
  blocks.push(...planBlocks(at, sizeBytes, rangeBytes));
  return blocks;
}
