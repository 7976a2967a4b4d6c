import { crc64CombineAll } from '#lib/crc64Combine.ts';
import { recheckParts } from './recheckParts.ts';
import { recognise } from './recognise.ts';
import type { TransferResult, TransferRun } from './TransferRun.ts';
import type { MultipartUpload, UploadJob } from './UploadJob.ts';

/** CRC-64 of all parts in order; parts whose checksum is not known yet are counted now. */
export async function wholeChecksum(run: TransferRun, job: UploadJob, upload: MultipartUpload): Promise<string> {
  const parts: { crc64: string; sizeBytes: number }[] = [];
  for (const { partNumber, start, end } of upload.plan) {
    const known = upload.confirmed.get(partNumber)?.crc64;
    const crc64 = known ?? (await run.crc64(job.file.slice(start, end), run.signal));
    parts.push({ crc64, sizeBytes: end - start });
  }
  return crc64CombineAll(parts);
}

/** The object that a Complete of this upload has made, if it is there; see `[Note: Recognising our own work]`. */
export async function recogniseCompleted(
  run: TransferRun,
  job: UploadJob,
  upload: MultipartUpload,
): Promise<TransferResult | undefined> {
  // The object of an earlier visit is this file's only if what was sent then is in it.
  await recheckParts(run, job, upload);
  const crc64 = await wholeChecksum(run, job, upload);
  return recognise(run, { key: job.key, sizeBytes: job.file.size, crc64, partCount: upload.plan.length });
}
