import { countBlock } from './countBlock.ts';
import type { DownloadRun } from './createBlockBuffers.ts';
import type { DownloadBlock, DownloadJob } from './DownloadJob.ts';

/** Hashes and writes a full block, notes it, and lets go of its bytes. */
export async function keepBlock(run: DownloadRun, job: DownloadJob, block: DownloadBlock): Promise<void> {
  const { sink } = job;
  if (block.buffer) {
    try {
      if (run.verify && !sink.countsChecksums) await countBlock(run, block);
      const written = await sink.write(block.buffer, block.start);
      if (written?.crc64 !== undefined) block.crc64 = written.crc64;
      if (written) run.buffers.giveBack(written.bytes);
    } catch (error) {
      // Whoever had the bytes did not keep them: a retry fetches them again.
      if (block.buffer?.byteLength === 0) {
        block.filled = 0;
        delete block.buffer;
      }
      throw error;
    }
  }
  delete block.buffer;
  block.isWritten = true;
  run.downloads.kept(job, block);
}
