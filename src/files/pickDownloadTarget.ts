import { isAbortError } from '#lib/Failure.ts';
import type { DownloadSink } from './DownloadSink.ts';
import { endOnce } from './endOnce.ts';
import { safeFileName } from './safeFileName.ts';
import { writableFile } from './writableFile.ts';

/** Chromium's picker; other browsers have none. */
interface SavePicker {
  showSaveFilePicker?: (options: { suggestedName: string }) => Promise<FileSystemFileHandle>;
}

export function canPickDownloadTarget(): boolean {
  return 'showSaveFilePicker' in globalThis;
}

/**
 * Asks where to save and writes there directly. Undefined when the person changes their mind, or the browser cannot.
 * Must be called from a click. A file that existed before stays as it was until `commit`.
 */
export async function pickDownloadTarget(objectName: string): Promise<DownloadSink | undefined> {
  let handle: FileSystemFileHandle | undefined;
  try {
    handle = await (globalThis as SavePicker).showSaveFilePicker?.({ suggestedName: safeFileName(objectName) });
  } catch (error) {
    if (isAbortError(error)) return undefined;
    throw error;
  }
  return handle && pickedFileSink(handle, (await handle.getFile()).size === 0);
}

/** `isNew`: the picker made an empty file of this name, which must not stay behind when nothing comes. */
export function pickedFileSink(
  handle: FileSystemFileHandle & { remove?: () => Promise<void> },
  isNew: boolean,
): DownloadSink {
  const file = writableFile(
    'chosen-file',
    async () => handle,
    async () => undefined,
  );
  return {
    place: file.place,
    write: file.write,
    truncate: file.truncate,
    ...endOnce(file, async () => {
      if (isNew) await handle.remove?.();
    }),
  };
}
