import { recheckParts } from './recheckParts.ts';
import { sendParts } from './sendParts.ts';
import type { TransferRun } from './TransferRun.ts';
import type { MultipartUpload, UploadJob } from './UploadJob.ts';

/**
 * Sends what is missing and, beside it, compares what an earlier visit sent; the first failure stops both. Nothing of
 * either is under way any more when this settles.
 */
export async function sendAndRecheck(run: TransferRun, job: UploadJob, upload: MultipartUpload): Promise<void> {
  if (upload.unchecked.size === 0) {
    await sendParts(run, job, upload);
    return;
  }
  const stop = new AbortController();
  const beside: TransferRun = { ...run, signal: AbortSignal.any([run.signal, stop.signal]) };
  let failed: { readonly error: unknown } | undefined;
  const fail = (error: unknown): void => {
    failed ??= { error };
    stop.abort(error);
  };
  await Promise.all([sendParts(beside, job, upload).catch(fail), recheckParts(beside, job, upload).catch(fail)]);
  run.signal.throwIfAborted();
  if (failed) throw failed.error;
}
