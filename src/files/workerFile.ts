import type { FileWriter, OpenFile } from './createFileWriter.ts';
import type { StagedFile } from './StagedFile.ts';
import { storageFailure } from './storageFailure.ts';

/** A staged file of the private file system, written by a worker. `cleanUp` removes it from its folder. */
export function workerFile(
  writer: FileWriter,
  open: () => Promise<FileSystemFileHandle>,
  cleanUp: () => Promise<void>,
): StagedFile {
  let opening: Promise<{ readonly handle: FileSystemFileHandle; readonly file: OpenFile }> | undefined;
  let closing: Promise<void> | undefined;
  let isRemoved = false;

  const opened = (): NonNullable<typeof opening> => {
    opening ??= open().then((handle) => ({ handle, file: writer.open(handle) }));
    return opening;
  };
  const guarded = async <T>(work: (file: OpenFile) => Promise<T>): Promise<T> => {
    try {
      return await work((await opened()).file);
    } catch (error) {
      throw storageFailure(error);
    }
  };

  return {
    place: 'staged',
    countsChecksums: true,
    write: (bytes, atByte) => guarded((file) => file.write(bytes, atByte)),
    checksumOf: (atByte, sizeBytes) => guarded((file) => file.checksumOf(atByte, sizeBytes)),
    truncate: (sizeBytes) => guarded((file) => file.truncate(sizeBytes)),
    finish: async () => {
      await (closing ??= guarded((file) => file.close()));
      return (await opened()).handle.getFile();
    },
    remove: async () => {
      if (isRemoved || !opening) return;
      isRemoved = true;
      const { file } = await opening.catch(() => ({ file: undefined }));
      // An open handle keeps its file from being removed.
      if (file) await (closing ??= file.close()).catch(() => undefined);
      await cleanUp().catch(() => undefined);
    },
  };
}
