import { abortable } from '#lib/abortable.ts';
import { toFailure } from '#lib/Failure.ts';
import type { Failure } from '#lib/Failure.ts';
import { findLostUpload } from './findLostUpload.ts';
import { persist } from './persist.ts';
import { FIRST_LANES } from './nextLaneCount.ts';
import { partBytesFor } from './partBytesFor.ts';
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
  const { pace, policy } = run;
  const plan = planParts(job.file.size, {
    lanes: run.lanes,
    partBytes: partBytesFor(job.file.size, pace.mostLanes, pace.line),
    first: { count: FIRST_LANES, bytes: policy.firstPartBytes },
  });
  const input = {
    key,
    ...(contentType === undefined ? {} : { contentType }),
    forbidOverwrite: forbidsOverwrite(job),
  };
  let lastFailure: Failure | undefined;
  // The answer was lost, not the request: it may have begun an upload.
  const inDoubt = async (): Promise<{ uploadId: string } | undefined> =>
    lastFailure && isAmbiguous(lastFailure) ? findLostUpload(run, job) : undefined;
  const { uploadId } = await persist(run, { kind: 'answer', inDoubt }, async ({ signal, ...options }) => {
    let leftAt = run.timers.now();
    const onStart = (): void => {
      leftAt = run.timers.now();
      options.onStart?.();
    };
    const initiating = run.cos.initiateMultipartUpload(input, { ...options, onStart });
    const discardLate = ({ uploadId: late }: { uploadId: string }): void => {
      if (signal.aborted && late !== job.multipart?.uploadId) job.discard(key, late);
    };
    initiating.then(discardLate, () => undefined);
    try {
      const begun = await abortable(initiating, signal);
      pace.observeEmptyRequest(run.timers.now() - leftAt);
      return begun;
    } catch (error) {
      lastFailure = toFailure(error);
      throw error;
    }
  });
  const upload: MultipartUpload = {
    uploadId,
    plan,
    confirmed: new Map(),
    completeSent: false,
    isRestored: false,
    unchecked: new Set(),
  };
  job.multipart = upload;
  run.journal.began(job, upload, run.cos.location);
  return upload;
}

/** Whether COS may have acted although it did not say so. */
function isAmbiguous({ kind, status, code }: Failure): boolean {
  return kind === 'network' || (status !== undefined && status >= 500 && code !== 'SlowDown');
}
