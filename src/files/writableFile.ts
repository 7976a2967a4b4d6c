import type { DownloadPlace } from './DownloadSink.ts';
import type { StagedFile } from './StagedFile.ts';
import { storageFailure } from './storageFailure.ts';

/**
 * Writes through a file handle. The browser writes into a swap file of its own and puts it in place on close, so the
 * handle's file holds either nothing of ours or all of it. `remove` ends an unfinished write and calls `cleanUp`.
 */
export function writableFile(
  place: DownloadPlace,
  open: () => Promise<FileSystemFileHandle>,
  cleanUp: (handle: FileSystemFileHandle) => Promise<void>,
): StagedFile {
  let opening: Promise<{ handle: FileSystemFileHandle; writable: FileSystemWritableFileStream }> | undefined;
  let isFinished = false;
  let isRemoved = false;

  const opened = (): NonNullable<typeof opening> => {
    opening ??= open().then(async (handle) => ({ handle, writable: await handle.createWritable() }));
    return opening;
  };
  const guarded = async (work: (writable: FileSystemWritableFileStream) => Promise<void>): Promise<void> => {
    try {
      await work((await opened()).writable);
    } catch (error) {
      throw storageFailure(error);
    }
  };

  return {
    place,
    write: async (bytes, atByte) => {
      await guarded((writable) => writable.write({ type: 'write', position: atByte, data: bytes }));
      return { bytes };
    },
    truncate: (sizeBytes) => guarded((writable) => writable.truncate(sizeBytes)),
    finish: async () => {
      await guarded((writable) => writable.close());
      isFinished = true;
      return (await opened()).handle.getFile();
    },
    remove: async () => {
      if (isRemoved || !opening) return;
      isRemoved = true;
      const file = await opening.catch(() => undefined);
      if (!file) return;
      if (!isFinished) await file.writable.abort().catch(() => undefined);
      await cleanUp(file.handle).catch(() => undefined);
    },
  };
}
