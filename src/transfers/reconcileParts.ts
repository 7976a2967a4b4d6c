import { listAllParts } from './listAllParts.ts';
import type { TransferRun } from './TransferRun.ts';
import type { MultipartUpload, UploadJob } from './UploadJob.ts';

/**
 * [Note: Server is believed on resume] ListParts says what is there. A part counts when its size is the planned one
 * and its ETag is the one we were given, if we were; everything else is sent again. Parts whose answer was lost are
 * found here and not sent twice; their bytes are covered by the checksum of the whole object.
 */
export async function reconcileParts(run: TransferRun, job: UploadJob, upload: MultipartUpload): Promise<void> {
  const listed = await listAllParts(run, { key: job.key, uploadId: upload.uploadId });
  let confirmedBytes = 0;
  for (const { partNumber, start, end } of upload.plan) {
    const there = listed.get(partNumber);
    const known = upload.confirmed.get(partNumber);
    const sizeBytes = end - start;
    const isSame =
      there !== undefined && there.sizeBytes === sizeBytes && (known?.etag === undefined || known.etag === there.etag);
    // After a crash nobody knows which file an unjournaled part came from: it was in flight, and is sent again.
    const isOurs = isSame && (known !== undefined || !upload.isRestored);
    if (isOurs) {
      confirmedBytes += sizeBytes;
      upload.confirmed.set(partNumber, { ...known, sizeBytes, etag: there.etag });
    } else {
      upload.confirmed.delete(partNumber);
      upload.unchecked.delete(partNumber);
    }
  }
  upload.isRestored = false;
  run.meter.restart(confirmedBytes);
}
