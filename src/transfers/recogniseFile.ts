import { recognise } from './recognise.ts';
import type { TransferResult, TransferRun } from './TransferRun.ts';
import type { UploadJob } from './UploadJob.ts';

/**
 * The object, when it is this very file already: another tab has written it while we waited. The file is read only when
 * there is an object of its size. With "keep both" a second copy was asked for, so nothing is recognised.
 */
export async function recogniseFile(run: TransferRun, job: UploadJob): Promise<TransferResult | undefined> {
  if (job.onExisting === 'keep-both') return undefined;
  const { key, file } = job;
  return recognise(run, {
    key,
    sizeBytes: file.size,
    crc64: async () => (job.crc64 ??= await run.crc64(file, run.signal)),
  });
}
