import { abortable } from '#lib/abortable.ts';
import { persist } from './persist.ts';
import { planParts } from './planParts.ts';
import type { TransferRun } from './TransferRun.ts';
import { forbidsOverwrite } from './UploadJob.ts';
import type { MultipartUpload, UploadJob } from './UploadJob.ts';

/**
 * Opens the multipart upload. Forbid-overwrite is sent here too, so that a conflict is known before a byte moves; the
 * one on Complete is what protects.
 *
 * The request itself is never cut: an uploadId that arrives after a pause, a cancel or a time-out belongs to an empty
 * upload nobody would ever finish, and has to be known to be discarded.
 */
export async function beginMultipart(run: TransferRun, job: UploadJob): Promise<MultipartUpload> {
  const { key, contentType } = job;
  const plan = planParts(job.file.size, run.lanes);
  const input = {
    key,
    ...(contentType === undefined ? {} : { contentType }),
    forbidOverwrite: forbidsOverwrite(job),
  };
  const { uploadId } = await persist(run, { kind: 'answer' }, async ({ signal, ...options }) => {
    const initiating = run.cos.initiateMultipartUpload(input, options);
    const discardLate = ({ uploadId }: { uploadId: string }): void => {
      if (signal.aborted) job.discard(key, uploadId);
    };
    initiating.then(discardLate, () => undefined);
    return abortable(initiating, signal);
  });
  const upload: MultipartUpload = { uploadId, plan, confirmed: new Map(), completeSent: false };
  job.multipart = upload;
  return upload;
}
