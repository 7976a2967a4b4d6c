import { toFailure } from '#lib/Failure.ts';
import { FailureError } from '#lib/FailureError.ts';
import { abandon } from './abandon.ts';
import { beginMultipart } from './beginMultipart.ts';
import { completeMultipart } from './completeMultipart.ts';
import { cutSmaller } from './cutSmaller.ts';
import { reconcileParts } from './reconcileParts.ts';
import { sendAndRecheck } from './sendAndRecheck.ts';
import type { TransferResult, TransferRun } from './TransferRun.ts';
import type { MultipartUpload, UploadJob } from './UploadJob.ts';
import { recogniseCompleted } from './wholeChecksum.ts';

/** How often an upload that vanished from the server is begun again before that counts as a failure. */
const FRESH_STARTS = 2;

/** Sends a file as a multipart upload: begins or resumes, sends what is missing, completes, verifies. */
export async function uploadInParts(run: TransferRun, job: UploadJob): Promise<TransferResult> {
  for (let vanished = 0; ; vanished += 1) {
    const resumed = job.multipart;
    const upload = resumed ?? (await beginMultipart(run, job));
    try {
      if (resumed) await reconcileParts(run, job, resumed);
      const result = await finish(run, job, upload);
      delete job.multipart;
      run.journal.forget({ ...job, uploadId: upload.uploadId });
      return result;
    } catch (error) {
      run.signal.throwIfAborted();
      const { code } = toFailure(error);
      // What the server has of a damaged upload is not to be trusted: a retry starts over.
      if (code === 'ChecksumMismatch') void abandon(job, upload);
      if (code !== 'NoSuchUpload') throw error;
      delete job.multipart;
      run.journal.forget({ ...job, uploadId: upload.uploadId });
      const earlier = upload.completeSent ? await recogniseCompleted(run, job, upload) : undefined;
      if (earlier) return earlier;
      if (upload.completeSent || vanished >= FRESH_STARTS) throw error;
      run.meter.restart(0);
      run.enter('transferring');
    }
  }
}

async function finish(run: TransferRun, job: UploadJob, upload: MultipartUpload): Promise<TransferResult> {
  for (let rounds = 0; ; rounds += 1) {
    await sendNarrowing(run, job, upload);
    run.enter('completing');
    const result = await completeMultipart(run, job, upload);
    if (result !== 'parts-missing') return result;
    if (rounds >= FRESH_STARTS) {
      const message = 'parts that were confirmed are missing again and again';
      throw new FailureError({ kind: 'service', code: 'InvalidPart', message, facts: { key: job.key } });
    }
    run.enter('transferring');
  }
}

async function sendNarrowing(run: TransferRun, job: UploadJob, upload: MultipartUpload): Promise<void> {
  for (;;) {
    const { lanes } = run.pace;
    try {
      await sendAndRecheck(run, job, upload);
      return;
    } catch (error) {
      run.signal.throwIfAborted();
      if (!cutSmaller(error, upload, lanes)) throw error;
    }
  }
}
