import { checksumMismatch } from './integrityFailure.ts';
import { inLanes } from './inLanes.ts';
import { persist } from './persist.ts';
import type { PlannedPart } from './planParts.ts';
import type { TransferRun } from './TransferRun.ts';
import type { MultipartUpload, UploadJob } from './UploadJob.ts';

/** Sends every part the server has not confirmed, several at a time. */
export async function sendParts(run: TransferRun, job: UploadJob, upload: MultipartUpload): Promise<void> {
  const missing = upload.plan.filter((part) => !upload.confirmed.has(part.partNumber));
  await inLanes(run, missing, (lane, part) => sendPart(lane, job, upload, part));
}

/**
 * [Note: Hashing beside the sending] The worker reads the same slice while the network process sends it; nothing is
 * read before the first byte leaves, and nothing is hashed twice. The lane waits for the checksum of its part before
 * it takes the next one, so that a slow hash slows the sending down instead of piling up behind it.
 */
async function sendPart(run: TransferRun, job: UploadJob, upload: MultipartUpload, part: PlannedPart): Promise<void> {
  const { key, file } = job;
  const { partNumber } = part;
  const sizeBytes = part.end - part.start;
  for (let resends = 0; ; resends += 1) {
    const body = file.slice(part.start, part.end);
    const hashing = run.verify ? run.crc64(body, run.signal) : undefined;
    hashing?.catch(() => undefined); // Awaited below; until then a failure must not count as unhandled.
    const input = { key, uploadId: upload.uploadId, partNumber, body };
    const answer = await persist(run, { kind: 'body', bodyBytes: sizeBytes, takesSlot: true }, (options) =>
      run.cos.uploadPart(input, options),
    );
    const crc64 = await hashing;
    if (crc64 === undefined || answer.crc64 === undefined || answer.crc64 === crc64) {
      upload.confirmed.set(partNumber, {
        sizeBytes,
        ...(answer.etag === undefined ? {} : { etag: answer.etag }),
        ...(crc64 === undefined ? {} : { crc64 }),
      });
      run.journal.confirmed(upload, partNumber);
      return;
    }
    run.meter.takeBack(sizeBytes);
    if (resends >= run.policy.checksumResends) throw checksumMismatch(key, crc64, answer.crc64);
  }
}
