import { asOnlyWriter } from './asOnlyWriter.ts';
import { leaveBeginning } from './abandon.ts';
import type { RestoredUpload } from './JournaledUpload.ts';
import { recogniseFile } from './recogniseFile.ts';
import type { TransferResult, TransferRun } from './TransferRun.ts';
import { uploadInParts } from './uploadInParts.ts';
import type { MultipartUpload, UploadJob } from './UploadJob.ts';

/**
 * Sends a file in parts as the only writer of its key. With the lock in hand it goes on with what an earlier visit or
 * another tab left, and does nothing when that tab has finished the very file.
 */
export function uploadPartsAsOnlyWriter(run: TransferRun, job: UploadJob): Promise<TransferResult> {
  return asOnlyWriter(run, job, false, async (alone, { isLater, isLost }) => {
    try {
      const own = job.multipart;
      const isGone = own !== undefined && !(await run.journal.isStillNoted({ ...job, uploadId: own.uploadId }));
      // While this tab was paused, another one has taken the object and finished it, or discarded what was there.
      if (isGone) delete job.multipart;
      if (!job.multipart) {
        const restored = await run.journal.find(job, run.cos.location);
        alone.signal.throwIfAborted();
        if (restored) {
          job.multipart = multipartFrom(restored);
          leaveBeginning(job);
        } else if (isLater || isGone || job.beginning) {
          const there = await recogniseFile(alone, job);
          if (there) {
            leaveBeginning(job);
            return there;
          }
        }
      }
      return await uploadInParts(alone, job);
    } finally {
      // It is the other tab's upload now; what is left of it will be found in the journal.
      if (isLost() && !run.signal.aborted) delete job.multipart;
    }
  });
}

function multipartFrom({ upload, confirmed }: RestoredUpload): MultipartUpload {
  return {
    uploadId: upload.uploadId,
    plan: upload.plan,
    confirmed: new Map(confirmed),
    // With every part confirmed a Complete may have been sent, and the object be there.
    completeSent: confirmed.size === upload.plan.length,
    isRestored: true,
    unchecked: new Set(confirmed.keys()),
  };
}
