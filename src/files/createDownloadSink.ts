import type { DownloadSink } from './DownloadSink.ts';
import { stageDownload } from './downloadStaging.ts';
import { safeFileName } from './safeFileName.ts';
import { saveBlob, SAVING_TAKES_MS } from './saveBlob.ts';
import type { StagedFile } from './StagedFile.ts';

/**
 * A sink that stages the bytes out of sight and, on `commit`, hands the finished file to the browser's own download.
 * `objectName` may be anything; it is made safe here. The parts are injected for tests.
 */
export function createDownloadSink(
  objectName: string,
  stage: () => StagedFile = stageDownload,
  save: (blob: Blob, fileName: string) => void = saveBlob,
): DownloadSink {
  const staged = stage();
  let isCommitted = false;
  return {
    place: staged.place,
    ...(staged.countsChecksums ? { countsChecksums: true } : {}),
    ...(staged.stagedAs === undefined ? {} : { stagedAs: staged.stagedAs }),
    ...(staged.checksumOf ? { checksumOf: staged.checksumOf } : {}),
    ...(staged.makeRoom ? { makeRoom: staged.makeRoom } : {}),
    write: staged.write,
    truncate: staged.truncate,
    commit: async () => {
      save(await staged.finish(), safeFileName(objectName));
      isCommitted = true;
      setTimeout(() => void staged.remove(), SAVING_TAKES_MS);
    },
    discard: async () => {
      if (!isCommitted) await staged.remove();
    },
  };
}
