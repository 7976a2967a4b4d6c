import type { DownloadSink } from './DownloadSink.ts';
import type { StagedFile } from './StagedFile.ts';

/** `commit` and `discard` of a file that is written in its place: after the first that succeeds, discarding does nothing. */
export function endOnce(
  file: Pick<StagedFile, 'finish' | 'remove'>,
  afterRemoval: () => Promise<void> = async () => undefined,
): Pick<DownloadSink, 'commit' | 'discard'> {
  let isOver = false;
  return {
    commit: async () => {
      await file.finish();
      isOver = true;
    },
    discard: async () => {
      if (isOver) return;
      isOver = true;
      await file.remove();
      await afterRemoval();
    },
  };
}
