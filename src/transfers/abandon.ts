import type { UploadJob } from './UploadJob.ts';

/**
 * Forgets the multipart upload and has it removed from the server; harmless when it was completed. Settles once it is
 * removed, or its removal was refused.
 */
export async function abandon(job: UploadJob, upload = job.multipart): Promise<void> {
  delete job.multipart;
  leaveBeginning(job);
  if (upload) await job.discard(job.key, upload.uploadId);
}

/** Nobody waits for an Initiate that is still under way: what it may begin is discarded. */
export function leaveBeginning(job: UploadJob): void {
  const { key, beginning } = job;
  delete job.beginning;
  beginning?.then(
    ({ uploadId }) => {
      if (uploadId !== job.multipart?.uploadId) void job.discard(key, uploadId);
    },
    () => undefined,
  );
}
