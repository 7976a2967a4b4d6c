import { abortable } from '#lib/abortable.ts';
import { toFailure } from '#lib/Failure.ts';
import type { Failure } from '#lib/Failure.ts';
import { leaveBeginning } from './abandon.ts';
import { checkName } from './checkName.ts';
import { findLostUpload } from './findLostUpload.ts';
import { isAmbiguous } from './isAmbiguous.ts';
import { persist } from './persist.ts';
import { FIRST_LANES } from './nextLaneCount.ts';
import { overheadBytesOf, partBytesFor } from './partBytesFor.ts';
import { MAX_PARTS, planParts } from './planParts.ts';
import type { TransferRun } from './TransferRun.ts';
import { forbidsOverwrite } from './UploadJob.ts';
import type { MultipartUpload, UploadJob } from './UploadJob.ts';
import { writtenWith } from './writtenWith.ts';

/**
 * Opens the multipart upload. Forbid-overwrite is sent here too, so that a conflict is known before a byte moves; the
 * one on Complete is what protects.
 *
 * The request itself is never cut: it begins an upload whether or not anybody waits for its answer. After a pause the
 * next run waits for the same request; after a cancel or a time-out the `uploadId` that still arrives is discarded,
 * because nobody would ever finish that upload.
 */
export async function beginMultipart(run: TransferRun, job: UploadJob): Promise<MultipartUpload> {
  const { key } = job;
  const { pace, policy } = run;
  if (!job.beginning) await checkName(run, job);
  const plan = planParts(job.file.size, {
    lanes: pace.lanesPerFile,
    partBytes: partBytesFor(job.file.size, pace.mostLanes, pace.line),
    overheadBytes: overheadBytesOf(pace.line) ?? 0,
    // Nothing is to be found out where the line is known, or where the person has said it.
    ...(run.wish.partBytes !== undefined
      ? { first: { count: MAX_PARTS, bytes: run.wish.partBytes } }
      : pace.line.laneBytesPerSecond === undefined
        ? { first: { count: FIRST_LANES, bytes: policy.firstPartBytes } }
        : {}),
  });
  const input = {
    key,
    ...writtenWith(job),
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
    const isJoined = job.beginning !== undefined;
    try {
      job.beginning ??= run.cos.initiateMultipartUpload(input, { ...options, onStart });
      const begun = await abortable(job.beginning, signal);
      delete job.beginning;
      if (!isJoined) pace.observeEmptyRequest(run.timers.now() - leftAt);
      return begun;
    } catch (error) {
      lastFailure = toFailure(error);
      if (!run.signal.aborted) leaveBeginning(job);
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
