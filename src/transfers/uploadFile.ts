import { toFailure } from '#lib/Failure.ts';
import { isNameUnchecked } from './checkName.ts';
import { takeNextName } from './takeNextName.ts';
import type { NameAnswer } from './EngineWish.ts';
import type { TransferResult, TransferRun } from './TransferRun.ts';
import { MIB } from './planParts.ts';
import { uploadPartsAsOnlyWriter } from './uploadPartsAsOnlyWriter.ts';
import { uploadWholeAsOnlyWriter } from './uploadWholeAsOnlyWriter.ts';
import type { UploadJob } from './UploadJob.ts';

/**
 * Uploads one file, in one PUT or in parts. When both objects are to be kept, it takes the next free number: a 409
 * is the check, because a listing could be out of date by the time the file arrives. `skipped`: the name is taken, and
 * the person wants no file of such a name.
 */
export async function uploadFile(run: TransferRun, job: UploadJob): Promise<TransferResult | 'skipped'> {
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
      const answer = code === 'FileAlreadyExists' ? answerFor(run, job) : undefined;
      if (answer === undefined) throw error;
      if (answer === 'skip') return 'skipped';
      job.onExisting = answer;
      if (answer === 'replace') continue;
      takeNextName(job);
      run.meter.restart(0);
      run.enter('transferring');
    }
  }
}

/** What becomes of a file whose name turned out to be taken; undefined: the person is asked. */
function answerFor({ wish }: TransferRun, { onExisting, numbersItself }: UploadJob): NameAnswer | undefined {
  if (onExisting === 'keep-both' || numbersItself === true) return 'keep-both';
  return onExisting === 'ask' ? wish.onTaken : undefined;
}
