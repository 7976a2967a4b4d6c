import { FailureError } from '#lib/FailureError.ts';
import type { TransferRun } from './TransferRun.ts';
import type { MultipartUpload, UploadJob } from './UploadJob.ts';

/**
 * Compares the parts that an earlier visit sent with the file that was chosen now. Throws `FileDiffers` at the first
 * that is not the same: then this is another file, though it has the same name and size. One part at a time, so that
 * the checksums of parts being sent do not wait behind gigabytes of these.
 */
export async function recheckParts(run: TransferRun, job: UploadJob, upload: MultipartUpload): Promise<void> {
  for (const { partNumber, start, end } of upload.plan) {
    if (!upload.unchecked.has(partNumber)) continue;
    const crc64 = await run.crc64(job.file.slice(start, end), run.signal);
    const known = upload.confirmed.get(partNumber)?.crc64;
    if (known !== undefined && known !== crc64) {
      const message = `bytes from ${start} on are not those that were sent before`;
      throw new FailureError({ kind: 'local', code: 'FileDiffers', message, facts: { key: job.key } });
    }
    upload.unchecked.delete(partNumber);
  }
}
