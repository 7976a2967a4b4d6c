import type { DownloadedObject, DownloadJob } from './DownloadJob.ts';
import type { TransferRun } from './TransferRun.ts';

/**
 * Reads back what an earlier page has kept and compares it with its noted checksum. A range that is not what was noted
 * counts as missing from then on, and is fetched again. True when all of them were as noted.
 *
 * [Note: A staged file is not believed] The page may have died between a write and its note, or the disk may have lost
 * what a power cut took; so nothing of an earlier page is saved that was not read again.
 */
export async function recheckBlocks(run: TransferRun, job: DownloadJob, object: DownloadedObject): Promise<boolean> {
  let areAllThere = true;
  for (const block of object.blocks) {
    if (!block.isUnchecked) continue;
    const { start, end } = block;
    const crc64 = await job.sink.checksumOf?.(start, end - start);
    run.signal.throwIfAborted();
    block.isUnchecked = false;
    if (crc64 === block.crc64) continue;
    areAllThere = false;
    block.isWritten = false;
    block.filled = 0;
    delete block.crc64;
    run.meter.takeBack(end - start);
  }
  return areAllThere;
}
