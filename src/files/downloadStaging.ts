import { createFileWriter } from './createFileWriter.ts';
import { createMemoryFile } from './createMemoryFile.ts';
import type { StagedFile } from './StagedFile.ts';
import { workerFile } from './workerFile.ts';

const FOLDER = 'downloads';

/**
 * [Note: Where downloads are staged] In the browser's private file system, one folder per page, so that gigabytes
 * never sit in memory. A page holds a lock of its folder's name for as long as it lives; a folder without its lock is
 * left over from a closed or crashed page and is removed at the next start.
 */
const session = crypto.randomUUID();
let folder: Promise<FileSystemDirectoryHandle> | undefined;

function lockName(id: string): string {
  return `beeline-${FOLDER}-${id}`;
}

async function openFolder(): Promise<FileSystemDirectoryHandle> {
  // Held until the page goes: the promise never settles.
  await new Promise<void>((held) => {
    void navigator.locks.request(lockName(session), () => {
      held();
      return new Promise(() => undefined);
    });
  });
  const root = await navigator.storage.getDirectory();
  const all = await root.getDirectoryHandle(FOLDER, { create: true });
  return all.getDirectoryHandle(session, { create: true });
}

const writer = createFileWriter();

/** A new staged file: on disk where the browser has a private file system, else in memory. */
export function stageDownload(): StagedFile {
  const hasPrivateFiles = 'storage' in navigator && 'getDirectory' in navigator.storage;
  if (!hasPrivateFiles) return createMemoryFile();
  const name = crypto.randomUUID();
  return workerFile(
    writer,
    async () => (await (folder ??= openFolder())).getFileHandle(name, { create: true }),
    async () => (await folder)?.removeEntry(name),
  );
}

/** Removes what pages that are gone have left staged. Called once at start; failures are not worth a message. */
export async function removeStaleStaging(): Promise<void> {
  try {
    const root = await navigator.storage.getDirectory();
    const all = await root.getDirectoryHandle(FOLDER);
    const { held = [] } = await navigator.locks.query();
    const alive = new Set(held.map((lock) => lock.name));
    for await (const id of all.keys()) {
      if (!alive.has(lockName(id)) && id !== session) await all.removeEntry(id, { recursive: true });
    }
  } catch {
    // No private file system, no folder yet, or another page was faster.
  }
}
