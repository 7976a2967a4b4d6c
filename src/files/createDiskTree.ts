import { createPathNamer, type SafePath } from './createPathNamer.ts';
import type { DownloadSink } from './DownloadSink.ts';
import { endOnce } from './endOnce.ts';
import { storageFailure } from './storageFailure.ts';
import { writableFile } from './writableFile.ts';

/** A folder the person chose, as downloads fill it. Keys are relative to it and may be anything. */
export interface DiskTree {
  readonly addFile: (relativeKey: string) => { readonly path: SafePath; readonly sink: DownloadSink };
  /** Makes the folder of a key that ends with `/`. Rejects with `StorageUnavailable`. */
  readonly addFolder: (relativeKey: string) => Promise<void>;
}

type RemovableHandle = FileSystemFileHandle & { readonly remove?: () => Promise<void> };

/**
 * [Note: What is there already] A file of the same name and size counts as downloaded before, so that a second download
 * of a folder goes on where the first was stopped. A file of another size is somebody's: it stays, and ours gets a
 * number. An empty one is what a killed browser leaves of a file that was being written, and is replaced.
 */
export function createDiskTree(root: FileSystemDirectoryHandle): DiskTree {
  const namer = createPathNamer();
  const folders = new Map<string, Promise<FileSystemDirectoryHandle>>();

  /** Made when the first file in it begins, and only once. */
  const folderAt = (path: readonly string[]): Promise<FileSystemDirectoryHandle> => {
    const name = path.at(-1);
    if (name === undefined) return Promise.resolve(root);
    const id = path.join('/');
    let opening = folders.get(id);
    if (!opening) {
      opening = folderAt(path.slice(0, -1)).then((parent) => parent.getDirectoryHandle(name, { create: true }));
      folders.set(id, opening);
      opening.catch(() => folders.delete(id));
    }
    return opening;
  };

  return {
    addFile: (relativeKey) => {
      const path = namer.file(relativeKey);
      return { path, sink: treeSink(path, folderAt, namer.another) };
    },
    addFolder: async (relativeKey) => {
      try {
        await folderAt(namer.folder(relativeKey));
      } catch (error) {
        throw storageFailure(error);
      }
    },
  };
}

function treeSink(
  path: SafePath,
  folderAt: (folders: readonly string[]) => Promise<FileSystemDirectoryHandle>,
  another: (path: SafePath) => SafePath,
): DownloadSink {
  let at = path;
  const file = writableFile(
    'chosen-folder',
    async () => (await folderAt(at.folders)).getFileHandle(at.name, { create: true }),
    async (handle: RemovableHandle) => handle.remove?.(),
  );
  return {
    place: file.place,
    isThere: async (sizeBytes) => {
      try {
        const folder = await folderAt(at.folders);
        for (;;) {
          const size = await sizeOf(folder, at.name);
          if (size === sizeBytes) return true;
          if (size === undefined || size === 0) return false;
          at = another(at);
        }
      } catch (error) {
        throw storageFailure(error);
      }
    },
    savedAs: () => at.name,
    write: file.write,
    truncate: file.truncate,
    ...endOnce(file),
  };
}

/** Undefined: nothing of this name. -1: a folder. */
async function sizeOf(folder: FileSystemDirectoryHandle, name: string): Promise<number | undefined> {
  try {
    return (await (await folder.getFileHandle(name)).getFile()).size;
  } catch (error) {
    const kind = error instanceof DOMException ? error.name : '';
    if (kind === 'NotFoundError') return undefined;
    if (kind === 'TypeMismatchError') return -1;
    throw error;
  }
}
