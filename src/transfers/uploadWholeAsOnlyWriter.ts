import { asOnlyWriter } from './asOnlyWriter.ts';
import { recogniseFile } from './recogniseFile.ts';
import type { TransferResult, TransferRun } from './TransferRun.ts';
import type { UploadJob } from './UploadJob.ts';
import { uploadWhole } from './uploadWhole.ts';

/** Sends a file in one request as the only writer of its key, and not at all when another tab just sent the very file. */
export function uploadWholeAsOnlyWriter(run: TransferRun, job: UploadJob): Promise<TransferResult> {
  return asOnlyWriter(run, job, true, async (alone, { isLater }) => {
    const there = isLater ? await recogniseFile(alone, job) : undefined;
    return there ?? uploadWhole(alone, job);
  });
}
