/** Not in every browser, and not in TypeScript's library: Chromium's part of the File System Access API. */
interface HandleItem {
  readonly getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
}

/** Finds the handle of a file by its path below what was dropped. */
export type FindHandle = (relativePath: string) => Promise<FileSystemFileHandle | undefined>;

/**
 * The handle of a dropped file, or of a file in a dropped folder, found when it is asked for: a folder of 100,000 files
 * costs one handle. Call it inside the `drop` event. Undefined where the browser has no such thing.
 */
export function handlesOf(item: object): FindHandle | undefined {
  const root = (item as HandleItem).getAsFileSystemHandle?.().catch(() => null);
  if (!root) return undefined;
  return async (relativePath) => {
    let handle: FileSystemHandle | null = await root;
    for (const name of relativePath.split('/').slice(1)) {
      if (handle?.kind !== 'directory') return undefined;
      const folder = handle as FileSystemDirectoryHandle;
      handle = await folder.getFileHandle(name).catch(() => folder.getDirectoryHandle(name).catch(() => null));
    }
    return handle?.kind === 'file' ? (handle as FileSystemFileHandle) : undefined;
  };
}
