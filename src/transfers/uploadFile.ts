import { toFailure } from '#lib/Failure.ts';
import { isNameUnchecked } from './checkName.ts';
import { takeNextName } from './takeNextName.ts';
import type { TransferResult, TransferRun } from './TransferRun.ts';
import { MIB } from './planParts.ts';
import { uploadPartsAsOnlyWriter } from './uploadPartsAsOnlyWriter.ts';
import { uploadWholeAsOnlyWriter } from './uploadWholeAsOnlyWriter.ts';
import type { UploadJob } from './UploadJob.ts';

/**
 * Uploads one file, in one PUT or in parts. When both objects are to be kept, it takes the next free number: a 409
 * is the check, because a listing could be out of date by the time the file arrives.
 */
export async function uploadFile(run: TransferRun, job: UploadJob): Promise<TransferResult> {
  let upload = job.file.size <= run.policy.wholeFileBytes ? uploadWholeAsOnlyWriter : uploadPartsAsOnlyWriter;
  for (;;) {
    try {
      const result = await upload(run, job);
      return isNameUnchecked(job) ? { ...result, isNameUnchecked: true } : result;
    } catch (error) {
      run.signal.throwIfAborted();
      const { code } = toFailure(error);
      if (code === 'KeysTooShort' && upload === uploadWholeAsOnlyWriter && job.file.size > MIB) {
        upload = uploadPartsAsOnlyWriter; // In parts it may still get through.
        continue;
      }
      const isNumbered = job.onExisting === 'keep-both' || job.numbersItself === true;
      if (code !== 'FileAlreadyExists' || !isNumbered) throw error;
      job.onExisting = 'keep-both';
      takeNextName(job);
      run.meter.restart(0);
      run.enter('transferring');
    }
  }
}
