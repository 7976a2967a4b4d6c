import type { DownloadSink } from './DownloadSink.ts';
import { openDownloadStream, streamStopped, type DownloadStream } from './openDownloadStream.ts';
import { safeFileName } from './safeFileName.ts';

/**
 * A sink that hands the bytes to the browser's own download as they come, in their order. The latest ones are kept back
 * until `commit`: whatever goes wrong before, the browser is left with a download that failed and never with a file that
 * is short. After `truncate(0)` the next write begins another download.
 */
export function createStreamSink(
  objectName: string,
  open: typeof openDownloadStream = openDownloadStream,
): DownloadSink {
  let opening: Promise<DownloadStream> | undefined;
  let sizeBytes: number | undefined;
  let kept: Uint8Array<ArrayBuffer> | undefined;
  let position = 0;
  let isOver = false;

  const stream = (): Promise<DownloadStream> => {
    if (isOver) return Promise.reject(streamStopped());
    return (opening ??= open(safeFileName(objectName), sizeBytes));
  };
  const failStream = (): void => {
    const failing = opening;
    opening = undefined;
    kept = undefined;
    position = 0;
    failing?.then(
      ({ fail }) => fail(),
      () => undefined,
    );
  };
  const sendKept = async (): Promise<void> => {
    const { write } = await stream();
    if (kept) await write(kept);
    kept = undefined;
  };

  const end = (): void => {
    if (!isOver) failStream();
    isOver = true;
  };

  return {
    place: 'stream',
    inOrder: true,
    begins: (bytes) => {
      sizeBytes = bytes;
    },
    write: async (bytes, atByte) => {
      if (atByte !== position) throw new RangeError(`byte ${atByte} after ${position}`);
      await sendKept();
      position += bytes.length;
      kept = bytes;
    },
    truncate: async (toBytes) => {
      if (toBytes < position || toBytes === 0) failStream();
    },
    commit: async () => {
      await sendKept();
      await (await stream()).end();
      isOver = true;
    },
    giveUp: end,
    discard: async () => end(),
  };
}
