import type { UploadJob } from './UploadJob.ts';

/** Forgets the multipart upload and has it removed from the server; harmless when it was completed. */
export function abandon(job: UploadJob, upload = job.multipart): void {
  delete job.multipart;
  leaveBeginning(job);
  if (upload) job.discard(job.key, upload.uploadId);
}

/** Nobody waits for an Initiate that is still under way: what it may begin is discarded. */
export function leaveBeginning(job: UploadJob): void {
  const { key, beginning } = job;
  delete job.beginning;
  beginning?.then(
    ({ uploadId }) => {
      if (uploadId !== job.multipart?.uploadId) job.discard(key, uploadId);
    },
    () => undefined,
  );
}
