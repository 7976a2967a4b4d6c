import type { DownloadBlock, DownloadJob } from './DownloadJob.ts';
import type { TransferRun } from './TransferRun.ts';

/** Hashes and writes a full block, notes it, and lets go of its bytes. */
export async function keepBlock(run: TransferRun, job: DownloadJob, block: DownloadBlock): Promise<void> {
  const { buffer } = block;
  const { sink } = job;
  if (buffer) {
    const hashing = run.verify && !sink.countsChecksums ? run.crc64(new Blob([buffer]), run.signal) : undefined;
    try {
      const [counted, written] = await Promise.all([hashing, sink.write(buffer, block.start)]);
      const crc64 = counted ?? written;
      if (crc64 !== undefined) block.crc64 = crc64;
    } catch (error) {
      // The sink has the bytes and did not keep them: a retry fetches them again.
      if (buffer.byteLength === 0) {
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
