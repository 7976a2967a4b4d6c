import type { DownloadBlock } from './DownloadJob.ts';
import type { TransferRun } from './TransferRun.ts';

/** Counts the checksum of a full block. Its bytes are away meanwhile, and lost (of length 0) when this rejects. */
export async function countBlock(run: TransferRun, block: DownloadBlock): Promise<void> {
  if (!block.buffer) {
    block.crc64 = '0';
    return;
  }
  const { crc64, bytes } = await run.crc64OfBlock(block.buffer);
  block.buffer = bytes;
  block.crc64 = crc64;
}
